"""The script of the tutorial runs as written, and the tutorial shows what the script does."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

ROOT = Path(__file__).parents[2]
TUTORIALS = ROOT / "docs" / "tutorials"
SCRIPT = TUTORIALS / "board_paper.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("paper") / "board-paper"
    done = subprocess.run(
        [sys.executable, "-W", "error", str(SCRIPT), str(folder)],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return folder, done.stdout


def test_it_makes_a_paper_with_pictures_and_numbers(made):
    folder, said = made
    names = {"board-paper.html", "cambridge.svg", "leeds.svg", "newcastle.svg", "trusts.svg", "funnel.svg"}
    assert {path.name for path in folder.iterdir()} == names | {"trusts.png", "leeds.csv"}
    for path in folder.glob("*.svg"):
        assert Xml.parse(path).getroot().tag.endswith("svg")
    assert (folder / "trusts.png").read_bytes().startswith(b"\x89PNG")
    with (folder / "leeds.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 36
    assert float(rows[0]["ucl"]) > float(rows[0]["lcl"])
    assert said.rstrip().endswith("board-paper.html.")


def test_the_paper_carries_each_reading_with_its_signs_and_no_id_twice(made):
    folder, said = made
    paper = (folder / "board-paper.html").read_text(encoding="utf-8")
    for line in said.splitlines():
        if line.startswith(("Cambridge: ", "Leeds: ", "Newcastle: ")):
            assert line.partition(". ")[2].partition(" The target")[0] in paper
    assert paper.count('aria-hidden="true"><circle') >= 3
    ids = re.findall(r' id="([^"]+)"', paper)
    assert len(ids) == len(set(ids))


def test_what_the_tutorial_shows_is_what_the_script_does():
    script = SCRIPT.read_text(encoding="utf-8")
    shown = re.findall(
        r"```python\n(.*?)```", (TUTORIALS / "board-paper.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert len(shown) >= 8
    assert [block for block in shown if block not in script] == []


def test_what_the_tutorial_says_of_the_numbers_is_so(made):
    _, said = made
    assert re.findall(r"^(\w+): Steady\.", said, re.MULTILINE) == ["Cambridge", "Leeds", "Newcastle"]
    assert said.count("is missed all through") == 2
    assert "The units differ more than chance alone would make them" in said
