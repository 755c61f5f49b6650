"""`wellrun simulate`: a series with a known shift, the same for the same seed."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.running import wellrun
from wellrun.cli.reference import refreshed

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
CHECK = jsonschema.Draft202012Validator(json.loads((REFERENCE / "simulation.schema.json").read_text("utf-8")))


def test_the_same_seed_gives_the_same_file(tmp_path):
    once = wellrun("simulate", "--seed", 7)
    assert once.exit_code == 0
    assert once.stdout.splitlines()[0] == "point,value"
    assert len(once.stdout.splitlines()) == 25
    assert wellrun("simulate", "--seed", 7, "-o", tmp_path / "made.csv").stdout == ""
    assert (tmp_path / "made.csv").read_text() == once.stdout
    assert wellrun("simulate", "--seed", 8).stdout != once.stdout


@pytest.mark.parametrize("kind", ["measured", "count", "share"])
def test_what_is_made_can_be_charted(kind):
    made = wellrun("simulate", "--kind", kind, "--length", 40, "--shift", 3, "--at", 21).stdout
    words = ["chart", "-", "--chart", {"measured": "i", "count": "c", "share": "p"}[kind], "--format", "json"]
    chart = json.loads(wellrun(*words, given=made.encode()).stdout)["series"][0]
    assert chart["reading"]["side"] == "high"


@pytest.mark.parametrize("kind", ["measured", "count", "share"])
def test_json_keeps_its_contract(kind):
    document = json.loads(
        wellrun("simulate", "--kind", kind, "--shift", 1, "--at", 3, "--format", "json").stdout
    )
    CHECK.validate(document)
    assert (document["shift_at"], len(document["values"])) == (2, 24)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--at", 30], "The shift cannot start at point 30. There are 24 points."),
        (["--kind", "share", "--mean", 2], "A share of 2.0 cannot be made. Use 0 to 1."),
        (["--length", 200000], "A series of 200000 points cannot be made. Use 1 to 100,000 points."),
    ],
)
def test_what_cannot_be_made_is_refused(words, message):
    done = wellrun("simulate", *words)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"Error: {message}\n")


def test_the_reference_page_shows_the_help_as_it_is():
    page = (REFERENCE / "simulate-command.md").read_text(encoding="utf-8")
    assert refreshed(page, "simulate") == page
