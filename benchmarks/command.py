"""`wellrun chart` on a file of 36 rows, start to finish, beside a Python that does nothing."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, figure_of, show
from benchmarks.single_chart import MONTHS, VALUES

COMMAND = Path(sys.executable).with_name("wellrun")


def seconds(command: list[str], *, runs: int = 15) -> list[float]:
    """Wall seconds of a whole process, after two runs that are not counted."""
    samples = []
    for _ in range(runs + 2):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        samples.append(time.perf_counter() - started)
    return samples[2:]


def measure() -> list[Figure]:
    """Seconds for each form of output, and for the bare interpreter."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "measure.csv"
        rows = "\n".join(f"{month},{value}" for month, value in zip(MONTHS, VALUES, strict=True))
        file.write_text(f"month,value\n{rows}\n", encoding="utf-8")
        picture = str(Path(folder) / "chart.svg")
        return [
            figure_of("python -c pass", seconds([sys.executable, "-c", "pass"]), unit="s"),
            figure_of(
                "python -c 'import wellrun_spc'",
                seconds([sys.executable, "-c", "import wellrun_spc"]),
                unit="s",
            ),
            figure_of(
                "wellrun chart FILE (text)", seconds([str(COMMAND), "chart", str(file)]), unit="s", bound=0.6
            ),
            figure_of(
                "wellrun chart FILE -o x.svg",
                seconds([str(COMMAND), "chart", str(file), "-o", picture]),
                unit="s",
                bound=0.6,
            ),
            figure_of(
                "wellrun chart FILE --format json",
                seconds([str(COMMAND), "chart", str(file), "--format", "json"]),
                unit="s",
                bound=0.6,
            ),
        ]


if __name__ == "__main__":
    show("The command, start to finish", measure())
