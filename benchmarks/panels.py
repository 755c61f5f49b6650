"""Panels: points a second beside the speed of copying memory; memory; the first call; the command."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

import wellrun_spc as spc
from benchmarks.command import COMMAND
from benchmarks.figures import Figure, figure_of, show, timed
from benchmarks.panel_data import MONTHS, POINTS, codes_and_values, write_csv
from wellrun_spc.panel import Panel, panel_arrays

RULES = "nhs-mdc/1"
ROWS = 1_000_000
FIRST_CALL = """
import time
started = time.perf_counter()
from wellrun_spc.panel import panel_arrays
loaded = time.perf_counter()
panel_arrays([0] * 36, range(36), rules="nhs-mdc/1")
print(time.perf_counter() - (loaded if {alone} else started))
"""
IMPORT = """
import time
started = time.perf_counter()
import wellrun_spc
print(time.perf_counter() - started)
"""
MEMORY = """
import gc
from pathlib import Path
from benchmarks.panel_data import codes_and_values
from wellrun_spc.panel import panel_arrays
def kilobytes(name):
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith(name)).split()[1])
codes, values = codes_and_values()
panel_arrays(codes[:360_000], values[:360_000], rules="nhs-mdc/1", threads=2)
gc.collect()
Path("/proc/self/clear_refs").write_text("5")  # forget the peak so far
before = kilobytes("VmRSS")
made = panel_arrays(codes, values, rules="nhs-mdc/1", threads=2)
print((kilobytes("VmHWM") - before) / 1000)
"""


def copied() -> list[float]:
    """Gigabytes a second, read and written, of one thread."""
    source = np.ones(POINTS)
    room = np.empty_like(source)
    milliseconds = timed(lambda: np.copyto(room, source), runs=9)
    return [2 * source.nbytes / 1e6 / each for each in milliseconds]


def millions_a_second(work: Callable[[], Panel], points: int, runs: int = 9) -> list[float]:
    """Points, after warm-up."""
    return [points / 1e3 / each for each in timed(work, runs=runs)]


def printed(script: str, *, runs: int) -> list[float]:
    """What a new process prints, with everything kept on disk that a process keeps."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    outputs = [
        subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, text=True, env=kept
        ).stdout
        for _ in range(runs + 2)
    ]
    return [float(output) for output in outputs[2:]]


def single() -> list[float]:
    """Millions of points a second where each series is a chart of its own."""
    _, values = codes_and_values(2_000)
    series = values.reshape(-1, MONTHS).tolist()
    samples = []
    for _ in range(3):
        started = time.perf_counter()
        for own in series:
            spc.i_chart(own, rules=RULES)
        samples.append(values.size / 1e6 / (time.perf_counter() - started))
    return samples


def kernel() -> list[Figure]:
    """The panel in memory."""
    codes, values = codes_and_values()

    counts, sizes = np.minimum(np.abs(np.round(values)), 60.0), np.full(len(values), 60.0)

    def made(threads: int) -> Panel:
        return panel_arrays(codes, values, rules=RULES, threads=threads)

    def counted(chart: str) -> Panel:
        whole = sizes if chart in ("p", "p_prime") else None
        return panel_arrays(codes, counts, denominators=whole, chart=chart, rules=RULES, threads=2)

    return [
        figure_of("copying memory, one thread, before", copied(), unit="GB/s"),
        figure_of(
            "panel XmR, 20 million points, two threads",
            millions_a_second(lambda: made(2), POINTS),
            unit="M/s",
            floor=150,
        ),
        figure_of("  ... one thread", millions_a_second(lambda: made(1), POINTS), unit="M/s"),
        *[
            figure_of(
                f"panel {chart}, two threads",
                millions_a_second(partial(counted, chart), POINTS, 3),
                unit="M/s",
            )
            for chart in ("p", "p_prime", "g")
        ],
        figure_of("  ... each series a chart of its own", single(), unit="M/s"),
        figure_of("copying memory, one thread, after", copied(), unit="GB/s"),
    ]


def processes() -> list[Figure]:
    """What a new process takes."""
    return [
        figure_of("memory above the input", printed(MEMORY, runs=3), unit="MB", bound=150),
        figure_of("first call, from cache", printed(FIRST_CALL.format(alone=1), runs=5), unit="s", bound=1),
        figure_of("  ... with all imports", printed(FIRST_CALL.format(alone=0), runs=5), unit="s", bound=1),
        figure_of("import wellrun_spc", printed(IMPORT, runs=9), unit="s", bound=0.08),
    ]


def command() -> list[Figure]:
    """A CSV file of a million rows, start to finish."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "million.csv"
        write_csv(path, ROWS)
        return [
            figure_of(
                f"wellrun chart --by, 1 million rows, {form}", _seconds(path, form), unit="s", bound=bound
            )
            for form, bound in (("text", 3), ("readings", 3), ("csv", None))
        ]


def _seconds(path: Path, form: str) -> list[float]:
    asked = ["chart", str(path), "--by", "unit", "--rules", RULES, "--format", form, "-o", f"{path}.{form}"]
    script = (
        "import subprocess, time; started = time.perf_counter();"
        f"subprocess.run({[str(COMMAND), *asked]!r}, check=True, capture_output=True);"
        "print(time.perf_counter() - started)"
    )
    return printed(script, runs=5)


if __name__ == "__main__":
    show(f"A panel of 20 million points (555,556 series of 36), rules {RULES}", kernel())
    show("A new process", processes())
    show("The command with many series", command())
