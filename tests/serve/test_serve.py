"""`wellrun serve` for real: started, opened, stopped and started again."""

import re
import signal
import socket
import subprocess
import time
from pathlib import Path

import click
import pytest

from tests.build.prepared import a_prepared_folder
from tests.build.server import START, Server, clean_environment, free_port, gone, running
from wellrun.cli.serve import require_python


def run(*options: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*START, *options],
        cwd=cwd,
        env=clean_environment(**environment),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_fresh_folder_is_prepared_opened_stopped_and_kept(tmp_path: Path) -> None:
    with running(tmp_path / "data", demo=True) as server:
        assert server.get("/measures/")[0] == 303, "strangers sign in first"
        server.become("Amina Yusuf")
        status, headers, page = server.get("/measures/")
        assert status == 200
        assert b"Restraints each week" in page
        assert headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        look = re.search(rb'href="(/static/[^"]+[.]css)"', page)
        assert look is not None
        _status, headers, _css = server.get(look[1].decode())
        assert "immutable" in headers["cache-control"]
        assert "access-control-allow-origin" not in headers
        started = server.wait_for_background()
        assert server.stop() == 0
        assert gone(started)
        assert "Traceback" not in server.said
        assert server.said.endswith("Stopped. Your data is kept.\n")
    for line in (
        "Data folder:",
        "Database: SQLite",
        "Demo: loaded 7 organisations, 31 people, 77 measures, 12 projects, 4 views.",
        f"http://localhost:{server.port}",
    ):
        assert line in server.said
    with running(tmp_path / "data", demo=True) as again:
        assert "up to date" in again.said
        assert "Demo: loaded before." in again.said
        assert "Gathering" not in again.said
        assert again.stored("SELECT count(*) FROM measures_measure") == [(77,)]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_it_stops_cleanly_however_it_is_told(tmp_path: Path, how: signal.Signals) -> None:
    with running(a_prepared_folder(tmp_path / "data")) as server:
        started = server.wait_for_background()
        assert server.stop(how) == 0
        assert gone(started)
        assert "Traceback" not in server.said


def test_when_it_is_killed_nothing_is_left_behind(tmp_path: Path) -> None:
    with running(a_prepared_folder(tmp_path / "data")) as server:
        started = server.wait_for_background()
        assert len(started) >= 2
        server.process.kill()
        server.process.wait()
        assert gone(started)


def test_ctrl_c_while_it_starts_leaves_nothing_behind(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    server.wait_until("Data folder:")
    started = server.descendants()
    server.stop()
    assert gone(started)
    with running(tmp_path / "data") as again:
        assert again.get("/healthz")[0] == 200


def test_the_background_worker_does_the_tidy_up(tmp_path: Path) -> None:
    with running(tmp_path / "data") as server:
        done = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'SUCCESSFUL'"
        until = time.monotonic() + 30
        while server.stored(done) != [(1,)] and time.monotonic() < until:
            time.sleep(0.1)
        assert server.stored(done) == [(1,)]


def test_a_background_worker_that_dies_is_started_again(tmp_path: Path) -> None:
    with running(a_prepared_folder(tmp_path / "data")) as server:
        first = server.wait_for_background()
        worker = max(first)
        signal_sent = subprocess.run(["kill", "-KILL", str(worker)], check=True)
        assert signal_sent.returncode == 0
        server.wait_until("Starting it again")
        assert server.wait_for_background()


def test_a_taken_port_gets_one_clear_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("--port", str(port), "--data", "data", cwd=tmp_path)
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr == (
        f"Port {port} is in use by another program. Choose another, for example PORT={port + 1}.\n"
    )
    assert not (tmp_path / "data").exists()


def test_a_second_wellrun_on_the_same_port_is_refused(tmp_path: Path) -> None:
    with running(a_prepared_folder(tmp_path / "data")) as server:
        result = run("--port", str(server.port), "--data", "other", cwd=tmp_path)
    assert result.returncode == 2
    assert "in use by another program" in result.stderr


def test_port_and_folder_come_from_the_environment_too(tmp_path: Path) -> None:
    port = free_port()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        assert f"Port {port}" in run(cwd=tmp_path, PORT=str(port)).stderr
    (tmp_path / "ward").write_text("a file")
    result = run(cwd=tmp_path, PORT=str(port), WELLRUN_DATA="ward")
    assert result.returncode == 2
    assert f"The data folder {tmp_path / 'ward'} cannot be used" in result.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--port", "http"], "'http' is not a valid integer"),
        (["--port", "70000"], "70000 is not in the range"),
        (["--host", "nowhere.invalid"], "This machine has no address “nowhere.invalid”"),
        (["--demo", "nowhere"], "'nowhere' does not exist"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_starts(
    tmp_path: Path, options: list[str], words: str
) -> None:
    result = run(*options, cwd=tmp_path)
    assert result.returncode == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("mysql://somebody@somewhere/wellrun", "must look like postgres://user:password@host:5432/name"),
        ("postgres://somebody@localhost:1/wellrun?connect_timeout=1", "The database cannot be used"),
    ],
)
def test_a_database_that_cannot_be_used_gets_a_sentence(tmp_path: Path, address: str, words: str) -> None:
    result = run("--port", str(free_port()), cwd=tmp_path, WELLRUN_DATABASE_URL=address)
    assert result.returncode == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_a_file_that_is_no_database_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "wellrun.sqlite3").write_text("This is not a database. " * 100)
    result = run("--port", str(free_port()), cwd=tmp_path)
    assert result.returncode == 2
    assert "The database cannot be used: file is not a database" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_python_that_is_too_old_gets_one_clear_sentence() -> None:
    with pytest.raises(
        click.ClickException, match=r"Wellrun needs Python 3.11 or newer, and this is Python 3\.10\."
    ) as stop:
        require_python((3, 10))
    assert stop.value.exit_code == 2
    require_python((3, 11))
