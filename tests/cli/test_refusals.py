"""Bad input in the shell: exit code 2, words with the row and the remedy, and nothing written."""

import pytest

from tests.cli.running import ATTENDANCES, months, wellrun
from tests.exchange.files import FIRST_SHEET, SHEET, sheet_of, text, with_part
from tests.exchange.test_workbooks import FAR

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FALLS = months(3, 4, 2, 5)
TWO_ORDERS = b"date,falls\n13/02/2020,3\n02/14/2020,4\n"
TWO_MARKS = text("month;stay", "2020-01;1,5", "2020-02;1.5")
SLIP = months("3,4", "9,4", *["2,4"] * 10, names="month,numerator,denominator")
TRAP = with_part(sheet_of(("a", 1)), FIRST_SHEET, SHEET % FAR)
BAD_FILES = {
    "empty": (b"", "The file is empty"),
    "header only": (b"month,falls\n", "no row below it"),
    "no numbers": (b"ward,lead\nA,Kim\nB,Lee\n", "No column holds numbers"),
    "mostly text": (
        b"ward,falls\nA,4\nB,few\nC,many\n",
        "No column holds numbers. “falls” holds some, but row 3 has “few”.",
    ),
    "text in numbers": (months(3, "three", 4, 2, 6), "Row 3 has “three” in column “falls”"),
    "numerator above denominator": (SLIP, "Row 3 (“numerator” out of “denominator”)"),
    "denominator of zero": (months("3,4", "0,0", names="month,numerator,denominator"), "Row 3"),
    "duplicate dates": (b"month,falls\n2020-01,3\n2020-01,4\n2020-02,4\n", "Rows 2 and 3 both have"),
    "dates that fit both orders": (b"date,falls\n01/02/2020,3\n02/03/2020,4\n", "Which is it?"),
    "dates that prove both orders": (TWO_ORDERS, "row 2 and “02/14/2020” in row 3"),
    "a date among the months": (months(3, 4, 5) + b"14 April 2020,6\n", "Row 5 has “14 April 2020”"),
    "a broken date": (b"date,falls\n2020-01-01,3\n2020-02-30,4\n2020-03-01,5\n", "Row 3 has “2020-02-30”"),
    "rows of two widths": (text("month,falls", "2020-01,3", "2020-02,1,234"), "Row 3 has 3 cells"),
    "an open quotation mark": (text("month,falls", '"2020-01,3', "2020-02,4"), "opens in row 2 never closes"),
    "two decimal marks": (TWO_MARKS, "“1,5” in row 2 and “1.5” in row 3"),
    "an old workbook": (OLE, "an old Excel file"),
    "a workbook with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "has a password"),
    "a PDF": (b"%PDF-1.7", "a PDF"),
    "a web page": (b"<html><table></table></html>", "a web page"),
    "bytes": (bytes(range(256)), "not text and not a workbook"),
    "a workbook that fills the memory": (TRAP, "far more than we take"),
    "a damaged workbook": (sheet_of(("a", 1))[:-80], "damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "words"), BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_is_refused_with_words_and_nothing_is_written(content, words, tmp_path):
    file, output = tmp_path / "falls.xls", tmp_path / "falls.svg"
    file.write_bytes(content)
    refused = wellrun("chart", file, "-o", output)
    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert words in refused.stderr
    assert "Traceback" not in refused.stderr
    assert sorted(tmp_path.iterdir()) == [file]


BAD_OPTIONS = {
    "column that is not there": (
        ["--y", "fals"],
        "There is no column “fals”.\nThe columns are “month”, “falls”.",
    ),
    "group that is not there": (["--by", "ward"], "There is no column “ward”"),
    "filter without a sign": (["--where", "falls"], "--where “falls” has no “=”"),
    "filter that leaves nothing": (["--where", "falls=9"], "No row has “9” in column “falls”"),
    "sheet of a text file": (["--sheet", "Data"], "no sheets"),
    "phase beyond the end": (["--phase", 9], "--phase 9 names no point. The series has 4 points."),
    "phase at a date that is not there": (["--phase", "2031-01"], "matches no point"),
    "point that is no date": (["--exclude", "soon"], "Give a number from 1 to 4, or a date like 2020-01-01"),
    "baseline of one point": (["--freeze", 1], "A baseline of 1"),
    "target that is no number": (["--target", "many"], "--target “many” is no number"),
    "target as a percentage of other numbers": (["--target", "95%"], "without the percent sign"),
    "p chart without a denominator": (["--chart", "p"], "--n COLUMN"),
    "c chart with a denominator": (["--chart", "c", "--n", "falls", "--y", "falls"], "Use a u chart"),
    "name without a format": (["-o", "falls.doc"], "We cannot tell the format from “falls.doc”"),
    "kind that is not there": (["--chart", "pie"], "'pie' is not one of"),
    "rules that are not there": (["--rules", "anhoej/9"], "is not one of"),
    "multiplying by nothing": (["--multiply", 0], "Invalid value"),
}


@pytest.mark.parametrize(("options", "words"), BAD_OPTIONS.values(), ids=BAD_OPTIONS.keys())
def test_a_bad_option_is_refused_with_words(options, words):
    refused = wellrun("chart", "-", *options, given=FALLS)
    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert words in refused.stderr


def test_a_share_above_one_is_asked_about():
    refused = wellrun("chart", ATTENDANCES, "--target", "95")
    assert refused.exit_code == 2
    assert "Did you mean 95%?" in refused.stderr
    assert "“RF4 · 1”" in refused.stderr


def test_a_period_twice_is_refused_with_the_option_that_helps():
    refused = wellrun(
        "chart", "-", given=b"month,ward,falls\n2020-01,A,3\n2020-01,B,4\n2020-02,B,4\n2020-03,B,4\n"
    )
    assert refused.stderr.endswith("Try: --by ward\n")


def test_a_file_that_is_not_there_or_cannot_be_read_is_refused(tmp_path):
    assert "There is no file" in wellrun("chart", tmp_path / "no.csv").stderr
    assert "is a folder" in wellrun("chart", tmp_path).stderr
    file = tmp_path / "falls.csv"
    file.write_bytes(FALLS)
    refused = wellrun("chart", file / "falls.csv")
    assert refused.exit_code == 2
    assert "We cannot read" in refused.stderr


def test_a_place_that_cannot_be_written_is_refused_and_nothing_changes(tmp_path):
    blocked = tmp_path / "falls.csv"
    blocked.write_bytes(FALLS)
    for output in (tmp_path / "no folder" / "falls.svg", blocked / "falls.svg"):
        refused = wellrun("chart", blocked, "-o", output)
        assert refused.exit_code == 2
        assert "We cannot write" in refused.stderr
    assert sorted(tmp_path.iterdir()) == [blocked]
    assert blocked.read_bytes() == FALLS


def test_many_charts_are_too_many_for_one_png():
    rows = "\n".join(f"2020-{month:02d},W{ward},{month}" for ward in range(61) for month in (1, 2))
    refused = wellrun(
        "chart", "-", "--by", "ward", "--format", "png", given=f"month,ward,falls\n{rows}\n".encode()
    )
    assert refused.exit_code == 2
    assert "use --format svg" in refused.stderr


def test_two_hundred_columns_are_no_trouble():
    names = ",".join(f"c{i}" for i in range(198))
    wide = months(*[f"{i}," + ",".join("1" * 198) for i in range(12)], names=f"month,falls,{names}")
    assert wellrun("chart", "-", given=wide).exit_code == 0


def test_a_numerator_above_its_denominator_is_refused_with_the_other_chart():
    refused = wellrun("chart", "-", given=SLIP)
    assert "The numerator 9 is more than the denominator 4." in refused.stderr
    assert "Try: --chart u (if “numerator” may be above “denominator”)" in refused.stderr
    assert wellrun("chart", "-", "--chart", "u", given=SLIP).exit_code == 0
