"""Runs the targets one after another under atheris: `python -m tools.fuzz MINUTES [target ...]`.

What is found is written to `.fuzz/`, one file of bytes for each, beside the inputs that reached new code.
`python -m tools.fuzz --again FILE` tries one of them again. Each finding becomes a case in the tests.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

FOUND = Path(".fuzz")
_COMPILED = ("wellrun_spc/kernel", "wellrun_spc/panel/compiled")
COMPILED = {"panels": _COMPILED, "files": _COMPILED}
"""Folders of compiled functions, by the targets that run them."""
SLOW = 20
"""Seconds after which one input counts as a finding."""


def main() -> int:
    """Parse the words typed, and run."""
    words = argparse.ArgumentParser(prog="python -m tools.fuzz", description=__doc__)
    words.add_argument("minutes", type=float, nargs="?", default=1.0, help="for all targets together")
    words.add_argument("targets", nargs="*", help="which; all by default")
    words.add_argument("--again", type=Path, help="a file in .fuzz/ to try again")
    words.add_argument("--one", help=argparse.SUPPRESS)
    words.add_argument("--seconds", type=int, default=60, help=argparse.SUPPRESS)
    asked = words.parse_args()
    if asked.again:
        return _run(asked.again.name.split("-")[0], 0, asked.again)
    if asked.one:
        return _run(asked.one, asked.seconds)
    return _all(asked.minutes, asked.targets)


def _all(minutes: float, wanted: list[str]) -> int:
    """Each target in a process of its own, since the fuzzer ends the one that it runs in."""
    from tools.fuzz.targets import TARGETS  # noqa: PLC0415 - a run of one target imports it instrumented

    names = wanted or list(TARGETS)
    seconds = max(1, round(minutes * 60 / len(names)))
    failed = []
    for name in names:
        print(f"{name}: {seconds} seconds ...", flush=True)  # noqa: T201 - it is a command
        order = [sys.executable, "-m", "tools.fuzz", "--one", name, "--seconds", str(seconds)]
        done = subprocess.run(order, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
        summary = [line for line in done.stderr.splitlines() if line.startswith("Done ")]
        print("\n".join(summary) or done.stdout + done.stderr, flush=True)  # noqa: T201
        failed += [name] if done.returncode else []
    print(f"Findings in: {', '.join(failed)}. See {FOUND}/." if failed else "No findings.")  # noqa: T201
    return 1 if failed else 0


def _run(name: str, seconds: int, again: Path | None = None) -> int:
    """One target, with the code it runs watched."""
    import atheris  # noqa: PLC0415 - an optional group: only fuzzing needs it

    # what is compiled cannot be watched: it would no longer be what the compiler knows
    compiled = [each for room in COMPILED.get(name, ()) for each in _modules_in(room)]
    with atheris.instrument_imports(include=["wellrun_spc", "wellrun.exchange"], exclude=compiled):
        from tools.fuzz.targets import tried  # noqa: PLC0415 - watched from its import on

    corpus = FOUND / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    options = [
        f"-artifact_prefix={FOUND}/{name}-",
        f"-timeout={SLOW}",
        "-rss_limit_mb=2000",
        "-max_len=2000",
        "-len_control=0",
    ]  # long series from the start
    what = [str(again)] if again else [f"-max_total_time={seconds}", str(corpus)]
    atheris.Setup(["fuzz", *options, *what], lambda content: tried(name, atheris.FuzzedDataProvider(content)))
    atheris.Fuzz()
    return 0


def _modules_in(folder: str) -> list[str]:
    """The names of all modules in a folder."""
    return [f"{folder}/{file.stem}".replace("/", ".") for file in Path("src", folder).glob("*.py")]


if __name__ == "__main__":
    sys.exit(main())
