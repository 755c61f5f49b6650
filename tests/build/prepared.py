"""A data folder as `wellrun serve` leaves it: prepared once for all tests of a run, then copied.

For tests that are about something else. What preparing itself does is tested in folders that are really new.
"""

import fcntl
import os
import shutil
from pathlib import Path

from tests.build.server import running


def a_prepared_folder(place: Path) -> Path:
    """A copy at this place. Whichever worker comes first prepares it; the others wait for that."""
    shared = Path(os.environ["WELLRUN_TEST_FOLDER"]) / "prepared"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "done").exists():
            _prepare(shared / "data")
            (shared / "done").touch()
    return Path(shutil.copytree(shared / "data", place, ignore=shutil.ignore_patterns("*-shm")))


def _prepare(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with running(folder) as server:
        assert server.stop() == 0
