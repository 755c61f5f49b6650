"""A whole copy of a data folder, taken while people work."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

_DATABASE = "wellrun.sqlite3"


class CannotBackUp(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """Why there is no whole copy; what was there before is left as it was."""


def back_up(data: Path, into: Path) -> int:
    """Copy the database, the secret key and letters that wait to a folder; gives its database's bytes.

    The database is copied by SQLite itself, so that it is as it was at one moment whatever is written
    meanwhile, and read through before it takes the place of an older copy.

    Raises
    ------
    CannotBackUp
        Where there is no database, the folder is the data folder itself, or the copy is not whole.
    """
    if not (data / _DATABASE).is_file():
        raise CannotBackUp(f"There is no database in {data}. Say with WELLRUN_DATA where the data are.")
    if into.resolve() == data.resolve():
        raise CannotBackUp("That is the data folder itself. Choose another folder, best on another disk.")
    try:
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        _copy_files(data, into)
        return _copy_database(data / _DATABASE, into / _DATABASE)
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise CannotBackUp(
            f"There is no new copy in {into}: {why}. Check the disk and who may write there."
        ) from error


def _copy_database(source: Path, target: Path) -> int:
    draft = target.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    with closing(sqlite3.connect(source, timeout=10)) as here, closing(sqlite3.connect(draft)) as there:
        here.backup(there)
        # one file is moved more safely than a file and its log
        there.execute("PRAGMA journal_mode=DELETE")
        (found,) = there.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise CannotBackUp(f"The copy is not whole: {found}. Check the disk of the data folder.")
    _to_the_disk(draft)
    # the log of an older copy would be taken for this one's
    for leftover in ("-wal", "-shm"):
        target.with_name(target.name + leftover).unlink(missing_ok=True)
    draft.replace(target)
    return target.stat().st_size


def _copy_files(data: Path, into: Path) -> None:
    for name in ("secret-key", "set-up-key"):
        if (data / name).is_file():
            shutil.copy2(data / name, into / name)
    if (data / "outbox").is_dir():
        shutil.copytree(data / "outbox", into / "outbox", dirs_exist_ok=True)


def _to_the_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
