"""How the command starts and ends: what is loaded, and what pipes and terminals it bears."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.cli.running import ATTENDANCES, wellrun
from wellrun.cli.reference import refreshed

LOADED = """
import sys
from click.testing import CliRunner
from wellrun.cli.main import main
done = CliRunner().invoke(main, sys.argv[1:], catch_exceptions=False)
assert done.exit_code == 0, done.stderr
print(" ".join(sys.modules))
"""
HEAVY = {"django", "granian", "resvg_py", "python_calamine", "zipfile", "wellrun_spc.draw", "wellrun.core"}
ROOT = Path(__file__).parents[2]


def loaded_by(*words: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", LOADED, *words], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def shell(*words: str, encoding: str = "utf-8", **streams) -> subprocess.CompletedProcess:
    code = "from wellrun.cli.main import main; main(prog_name='wellrun')"
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, "-c", code, *words], env=environment, timeout=60, check=False, **streams
    )


@pytest.mark.parametrize(
    "words", [("chart", ATTENDANCES), ("chart", ATTENDANCES, "--format", "json"), ("--help",)]
)
def test_a_chart_of_a_text_file_loads_no_web_no_workbooks_and_no_pictures(words):
    assert loaded_by(*words) & HEAVY == set()


def test_a_picture_as_svg_loads_no_pixels():
    assert (
        loaded_by("chart", ATTENDANCES, "--format", "svg", "--where", "type=1") & {"resvg_py", "django"}
        == set()
    )


def test_the_words_of_the_command_are_listed():
    done = wellrun("--help")
    assert [word in done.stdout for word in ("chart", "serve", "manage")] == [True] * 3
    assert wellrun("chrt").exit_code == 2


def test_the_version_is_said():
    assert wellrun("--version").stdout.startswith("wellrun 0.")


def test_the_reference_page_shows_the_help_as_it_is():
    page = (ROOT / "docs" / "reference" / "chart-command.md").read_text(encoding="utf-8")
    assert refreshed(page) == page


def test_a_reader_who_has_seen_enough_ends_it_quietly():
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = shell(
            "chart", ATTENDANCES, "--quiet", "--format", "json", stdout=closed, stderr=subprocess.PIPE
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_that_knows_only_ascii_gets_ascii():
    words = ("chart", ATTENDANCES, "--where", "org_code=RF4", "--where", "type=1")
    done = shell(*words, encoding="ascii", capture_output=True)
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"upper limit" in done.stdout


def test_words_on_standard_error_are_borne_by_a_terminal_that_knows_only_ascii(tmp_path):
    done = shell("chart", str(tmp_path / "no.csv"), encoding="ascii", capture_output=True)
    assert done.returncode == 2
    assert b"There is no file" in done.stderr
    assert b"Traceback" not in done.stderr


MANY = "month,ward,falls\n" + "\n".join(f"2020-{m:02d},W{ward},{m}" for ward in range(60) for m in (1, 2))


def test_no_progress_bar_is_drawn_where_nobody_watches():
    done = wellrun("chart", "-", "--by", "ward", "--quiet", given=MANY.encode())
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_progress_bar_is_drawn_on_a_terminal_and_stays_out_of_the_result(tmp_path):
    file = tmp_path / "falls.csv"
    file.write_text(MANY)
    terminal, screen = os.openpty()
    done = shell("chart", str(file), "--by", "ward", "--quiet", stdout=subprocess.PIPE, stderr=screen)
    os.close(screen)
    drawn = os.read(terminal, 100_000).decode()
    os.close(terminal)
    assert done.returncode == 0
    assert "Charting" in drawn
    assert "100%" in drawn
    assert b"Charting" not in done.stdout


def test_a_pipe_with_a_name_is_read(tmp_path):
    pipe = tmp_path / "falls"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as writer:
        writer.submit(pipe.write_text, MANY)
        done = shell("chart", str(pipe), "--by", "ward", "--quiet", capture_output=True)
    assert done.returncode == 0
    assert b"W59" in done.stdout
