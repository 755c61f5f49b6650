"""`wellrun funnel`: from a file of units to words, tables and pictures."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

import wellrun_spc as spc
from tests.cli.running import ATTENDANCES, wellrun
from wellrun.cli.reference import refreshed

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
CHECK = jsonschema.Draft202012Validator(json.loads((REFERENCE / "funnel.schema.json").read_text("utf-8")))
FALLS = b"ward,falls,stays\nAlder,12,200\nBeech,30,260\nCedar,9,190\nDamson,60,210\nAlder,3,50\n"


def test_units_are_compared_and_the_guess_is_said():
    done = wellrun("funnel", "-", given=FALLS)
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "Units are in “ward”.",
        "We compare “falls” out of “stays”.",
        "We compare proportions, because nothing is above “stays”.",
    ]
    said = " ".join(done.stdout.split())
    assert "3 of 4 units are outside the limits around 12.5%: Alder (lower), Cedar (lower), Damson" in said
    rows = [line.split()[0] for line in done.stdout.splitlines() if "%" in line and " to " in line]
    assert rows == ["Alder", "Beech", "Cedar", "Damson"]
    assert wellrun("funnel", "-", "-q", given=FALLS).stderr == ""


def test_hidden_numbers_are_said_and_count_as_missing():
    done = wellrun("funnel", "-", given=FALLS + b"Elder,*,40\n")
    assert "Cells with “*” in “falls” are hidden to protect people." in done.stderr
    assert "Nothing to compare: Elder." in done.stdout


def test_rows_of_a_unit_are_added_together():
    found = json.loads(wellrun("funnel", "-", "--format", "json", given=FALLS).stdout)
    assert found["units"][0]["numerator"] == 15
    assert found["units"][0]["denominator"] == 250


@pytest.mark.parametrize(
    "words",
    [
        [ATTENDANCES],
        [ATTENDANCES, "--where", "type=1", "--overdispersion", "additive", "--level", 95],
        [
            ATTENDANCES,
            "--kind",
            "rate",
            "--multiply",
            1000,
            "--overdispersion",
            "multiplicative",
            "--trim",
            0.2,
        ],
    ],
)
def test_json_keeps_its_contract_and_can_be_read_back(words):
    document = json.loads(wellrun("funnel", *words, "--format", "json").stdout)
    CHECK.validate(document)
    assert spc.Funnel.from_dict(document).to_dict() == document


def test_expected_numbers_make_ratios():
    data = b"hospital,deaths,expected\nA,30,25.5\nB,41,44.1\nC,,12\n"
    done = wellrun("funnel", "-", "--method", "shmi", "--format", "json", given=data)
    assert "We compare ratios, because “expected” holds expected numbers." in done.stderr
    found = json.loads(done.stdout)
    assert (found["kind"], found["method"], found["units"][2]["value"]) == ("ratio", "shmi", None)
    named = wellrun("funnel", "-", "--n", "expected", given=data)
    assert "We compare “deaths” out of “expected”." in named.stderr
    assert "nothing counted" in named.stdout


def test_time_at_risk_makes_rates():
    data = b"ward,falls,bed_days\nA,3,400\nB,4,410\n"
    assert "We compare rates, because “bed_days” counts time." in wellrun("funnel", "-", given=data).stderr
    guessed = wellrun("funnel", "-", "--unit", "ward", "--y", "falls", "--n", "bed_days", given=data)
    assert guessed.stderr == "We compare rates, because “bed_days” counts time.\n"
    above = b"ward,falls,beds\nA,30,20\nB,4,22\n"
    done = wellrun("funnel", "-", "--y", "falls", given=above)
    assert "We compare rates, because some numbers are above “beds”." in done.stderr


def test_the_table_is_for_spreadsheets():
    done = wellrun("funnel", "-", "--format", "csv", given=FALLS.replace(b"Beech", b"=Beech"))
    table = list(csv.DictReader(io.StringIO(done.stdout)))
    assert table[1]["unit"] == "'=Beech"
    assert table[3]["outside998"] == "high"
    assert table[0]["denominator"] == "250"
    adjusted = wellrun("funnel", "-", "--overdispersion", "additive", "--format", "csv", given=FALLS)
    assert list(csv.DictReader(io.StringIO(adjusted.stdout)))[3]["outside998"] == ""


def test_a_picture_names_what_it_shows(tmp_path):
    for suffix in ("svg", "png"):
        made = tmp_path / f"falls.{suffix}"
        done = wellrun(
            "funnel", "-", "-o", made, "--title", "Falls in 2025", "--highlight", "Alder", given=FALLS
        )
        assert done.exit_code == 0
        assert done.stdout == ""
        assert made.read_bytes()[:4] in (b"<svg", b"\x89PNG")
    assert "Falls in 2025" in (tmp_path / "falls.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "given", "said"),
    [
        (
            ["--kind", "proportion"],
            b"ward,falls,stays\nA,12,200\nB,300,260\n",
            "Row 3 (B): The observed number 300",
        ),
        ([], b"ward,falls,stays\n,12,200\nB,30,260\n", "Row 2: The unit has no name."),
        (["--n", "stays"], b"ward,falls,stays\nA,12,x200\nB,30,260\n", "x200"),
        ([], b"falls,stays\n12,200\n30,260\n", "No column names the units."),
        ([], b"ward,falls\nA,12\nB,30\n", "A funnel needs a column of denominators, or of expected numbers."),
        (["--n", "stays"], b"ward,falls,stays\nA,12%,200\nB,30%,260\n", "They hide how many there were."),
        (["--unit", "team"], FALLS, "There is no column “team”."),
        (["--method", "shmi"], FALLS, "There is no method of a proportion called shmi."),
        (["--trim", "0.9"], FALLS, "A trim of 0.9 leaves no units."),
        (["--where", "ward"], FALLS, "--where “ward” has no “=”."),
        (["--where", "ward=Fir"], FALLS, "No row has “Fir” in column “ward”."),
    ],
)
def test_what_cannot_be_compared_is_refused_with_the_row_and_a_remedy(words, given, said):
    done = wellrun("funnel", "-", *words, given=given)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert said in done.stderr


def test_a_missing_file_is_said_plainly():
    done = wellrun("funnel", "no-such-file.csv")
    assert done.exit_code == 2
    assert "There is no file “no-such-file.csv”." in done.stderr


def test_the_reference_page_shows_the_help_as_it_is():
    for word in ("funnel", "pareto"):
        page = (REFERENCE / f"{word}-command.md").read_text("utf-8")
        assert refreshed(page, word) == page
    with pytest.raises(KeyError):
        refreshed("```text\n```", "funell")
