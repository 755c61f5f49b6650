"""`wellrun pareto`: from a file of events or counts to words, tables and pictures."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

import wellrun_spc as spc
from tests.cli.running import wellrun

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
CHECK = jsonschema.Draft202012Validator(json.loads((REFERENCE / "pareto.schema.json").read_text("utf-8")))
EVENTS = b"day,cause\n1,fall\n2,fall\n3,burn\n4,\n5,fall\n6,cut\n7,fall\n8,fall\n9,fall\n"
TOTALS = b"cause,count\nfall,6\nburn,1\ncut,*\nbite,1\nlost,1\n"


def test_each_row_counts_as_one_where_there_is_no_column_of_counts():
    done = wellrun("pareto", "-", given=EVENTS)
    assert done.stderr.splitlines() == ["Kinds are in “cause”.", "Each row counts as one."]
    assert "fall       6    75%     75%  ####################" in done.stdout
    assert "1 had no kind written down and was left out." in done.stdout


def test_counts_are_added_up_and_hidden_ones_left_out():
    done = wellrun("pareto", "-", given=TOTALS)
    assert "Counts are in “count”." in done.stderr
    assert "1 row has its count missing and was left out." in done.stdout


@pytest.mark.parametrize(
    ("words", "given"), [([], EVENTS), (["--top", 2], TOTALS), (["--keep-missing"], EVENTS)]
)
def test_json_keeps_its_contract_and_can_be_read_back(words, given):
    document = json.loads(wellrun("pareto", "-", *words, "--format", "json", given=given).stdout)
    CHECK.validate(document)
    assert spc.Pareto.from_dict(document).to_dict() == document


def test_the_table_is_for_spreadsheets():
    done = wellrun("pareto", "-", "--format", "csv", given=EVENTS.replace(b"burn", b"+burn"))
    table = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["category"] for row in table] == ["fall", "'+burn", "cut"]
    assert table[0]["share"] == "0.75"


def test_columns_that_are_named_are_not_guessed():
    assert wellrun("pareto", "-", "--kind", "cause", "--y", "count", given=TOTALS).stderr.startswith(
        "Cells with"
    )


def test_a_long_name_is_cut_to_fit_the_terminal():
    long = b"cause\n" + b"a very long name for a kind of event\n" * 2 + b"x\n"
    assert "a very long name for a kind…" in wellrun("pareto", "-", given=long).stdout


def test_a_kind_that_never_happened_has_no_bar():
    done = wellrun("pareto", "-", "--y", "count", given=b"cause,count\nfall,3\ncut,0\n")
    assert "cut        0     0%    100%" in done.stdout


def test_a_picture_names_what_it_shows(tmp_path):
    for suffix in ("svg", "png"):
        made = tmp_path / f"causes.{suffix}"
        assert wellrun("pareto", "-", "-o", made, given=EVENTS).exit_code == 0
        assert made.read_bytes()[:4] in (b"<svg", b"\x89PNG")
    assert "cause, most common first" in (tmp_path / "causes.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "given", "said"),
    [
        ([], b"number\n1\n2\n", "No column names the kinds."),
        (["--y", "count"], b"cause,count\nfall,-3\ncut,2\n", "Row 2 (fall): The count -3 is below zero."),
        (["--kind", "reason"], EVENTS, "There is no column “reason”."),
        (["--y", "count"], b"cause,count\nfall,0\ncut,0\n", "There is nothing to count."),
        (["-o", "causes.doc"], EVENTS, "We cannot tell the format from “causes.doc”."),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_remedy(words, given, said):
    done = wellrun("pareto", "-", *words, given=given)
    assert done.exit_code == 2
    assert said in done.stderr
