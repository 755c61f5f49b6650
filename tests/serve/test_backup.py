"""`wellrun database backup`: a copy taken while people write is whole, and a data folder like any other."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.server import ROOT, clean_environment
from tests.serve.test_durability import WRITER, counted, made, python, whole_chain
from wellrun.core.backup import CannotBackUp, back_up

BACKUP = "from wellrun.cli.main import main; main()"


def backed_up(data: Path, into: Path, **changes: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", BACKUP, "database", "backup", str(into)],
        env=clean_environment(WELLRUN_DATA=str(data)) | changes,
        cwd=ROOT, check=False, capture_output=True, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_a_copy_taken_while_somebody_writes_is_whole_and_holds_what_was_said_before(tmp_path: Path) -> None:
    data, into = tmp_path / "data", tmp_path / "elsewhere" / "copy"
    measure = made(data)
    (data / "secret-key").write_text("a key of its own")
    writer = python(WRITER, data, 0, 300, measure)
    assert writer.stdout is not None
    acknowledged = [int(writer.stdout.readline()) for _ in range(5)]
    code, said = backed_up(data, into)
    writer.kill()
    writer.communicate()
    assert code == 0, said
    assert "MB, whole, in" in said
    counts, days = counted(into, measure)
    assert len(days) >= len(acknowledged)
    assert counts == [len(days)] * 4, "each number in the copy has its record"
    assert whole_chain(into)
    assert (into / "secret-key").read_text() == "a key of its own"
    assert (into / "wellrun.sqlite3").stat().st_mode & 0o077 == 0, "for its owner alone"


def test_what_cannot_be_copied_is_refused_and_an_older_copy_stays(tmp_path: Path) -> None:
    data, into = tmp_path / "data", tmp_path / "copy"
    data.mkdir()
    with pytest.raises(CannotBackUp, match="There is no database"):
        back_up(data, into)
    (data / "wellrun.sqlite3").write_bytes(b"SQLite format 3\0" + b"torn" * 2000)
    into.mkdir()
    (into / "wellrun.sqlite3").write_bytes(b"the copy of yesterday")
    with pytest.raises(CannotBackUp, match="There is no new copy"):
        back_up(data, into)
    assert (into / "wellrun.sqlite3").read_bytes() == b"the copy of yesterday"
    with pytest.raises(CannotBackUp, match="the data folder itself"):
        back_up(data, data)


def test_on_postgresql_it_names_the_tool_of_its_own(tmp_path: Path) -> None:
    code, said = backed_up(tmp_path, tmp_path / "copy", WELLRUN_DATABASE_URL="postgres://a:b@localhost/c")
    assert (code, "pg_dump" in said) == (2, True)
    assert not (tmp_path / "copy").exists()
