"""What the command writes: each format is whole, true to the chart, and safe to open."""

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest

import wellrun_spc as spc
from tests.cli.running import ATTENDANCES, DEATHS, RESTRICTIVE, months, wellrun

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "reference" / "chart.schema.json").read_text(encoding="utf-8")
)
CHECK = jsonschema.Draft202012Validator(SCHEMA)
FALLS = months(3, 4, 2, "", 3, 4, 6, "*", 2, 4, 5, 3, 4, 30)
REQUESTS = {
    "many proportions": ([ATTENDANCES], None),
    "hidden numbers": ([RESTRICTIVE, "--dates", "day-first"], None),
    "weeks": ([DEATHS, "--rules", "nhs-mdc/2", "--direction", "decrease", "--target", 9000], None),
    "phases and left-out points": (
        ["-", "--phase", 7, "--exclude", 2, "--freeze", 5, "--direction", "decrease"],
        FALLS,
    ),
    "one point": (["-"], months(3)),
    "no number at all": (["-"], months("*", "*")),
    "numbered rows": (["-"], b"wait\n3\n4\n"),
    "labels": (["-"], b"week,falls\nWeek B,3\nWeek A,4\n"),
    "moments": (["-"], b"time,wait\n2020-01-01 10:00,3\n2020-01-01 11:30,4\n"),
    "rates": (["-", "--multiply", 1000], months("3,400", "4,410", names="month,falls,bed_days")),
    **{kind: (["-", "--chart", kind], FALLS) for kind in ("run", "i", "mr", "c")},
}


@pytest.mark.parametrize(("words", "given"), REQUESTS.values(), ids=REQUESTS.keys())
def test_json_keeps_its_contract(words, given):
    done = wellrun("chart", *words, "--format", "json", given=given)
    assert done.exit_code == 0, done.stderr
    document = json.loads(done.stdout, parse_constant=lambda name: pytest.fail(f"{name} in JSON"))
    CHECK.validate(document)
    for series in document["series"]:
        assert spc.Chart.from_dict(series).to_dict(series["key"])["series"] == [
            {key: value for key, value in series.items() if key != "group"}
        ]


def test_the_schema_is_a_schema_and_refuses_what_breaks_the_contract():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    document = json.loads(wellrun("chart", "-", "--format", "json", given=FALLS).stdout)
    for break_it in (
        lambda series: series.pop("reading"),
        lambda series: series["points"][0].update(value="3"),
        lambda series: series["points"][0].pop("ucl"),
        lambda series: series["reading"].update(variation="fine"),
        lambda series: series["phases"].clear(),
    ):
        broken = json.loads(json.dumps(document))
        break_it(broken["series"][0])
        with pytest.raises(jsonschema.ValidationError):
            CHECK.validate(broken)


def test_the_reference_page_names_every_key_of_the_contract():
    page = (Path(__file__).parents[2] / "docs" / "reference" / "chart-json.md").read_text(encoding="utf-8")
    for part in ("series", "point", "reading"):
        for key in SCHEMA["$defs"][part]["properties"]:
            assert re.search(rf"`{key}`", page), f"{key} of a {part} is not explained"


def test_csv_has_one_tidy_row_for_each_point():
    done = wellrun("chart", ATTENDANCES, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == 288
    assert rows[0]["series"] == "RF4 · 1"
    assert (rows[0]["org_code"], rows[0]["type"], rows[0]["x"]) == ("RF4", "1", "2016-04-01")
    assert (rows[0]["numerator"], rows[0]["denominator"]) == ("4082", "18788")
    assert float(rows[0]["value"]) == 4082 / 18788
    assert {row["signals"] for row in rows} >= {"", "outside"}


def test_csv_says_what_is_missing_hidden_and_left_out():
    done = wellrun("chart", "-", "--exclude", 2, "--format", "csv", given=FALLS)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [rows[i]["value"] for i in (0, 3, 7)] == ["3", "", ""]
    assert [rows[i]["suppressed"] for i in (0, 3, 7)] == ["no", "no", "yes"]
    assert [rows[i]["excluded"] for i in (0, 1)] == ["no", "yes"]


def test_csv_runs_no_formula_in_a_spreadsheet():
    file = b'month,ward,falls,note\n2020-01,"=1+1",3,"@home"\n2020-02,"=1+1",4,-\n'
    done = wellrun("chart", "-", "--by", "ward", "--format", "csv", given=file)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert (rows[0]["series"], rows[0]["ward"], rows[0]["note"]) == ("'=1+1", "'=1+1", "'@home")


def test_csv_keeps_columns_apart_that_have_the_names_of_ours():
    file = b"month,value,falls\n2020-01,A,3\n2020-01,B,4\n2020-02,A,3\n2020-02,B,4\n"
    done = wellrun("chart", "-", "--by", "value", "--y", "falls", "--format", "csv", given=file)
    assert done.stdout.startswith("series,value (group),x,value,")


def test_svg_is_one_chart_with_its_title_or_a_sheet_of_many():
    one = wellrun("chart", "-", "--title", "Falls & trips", "--format", "svg", given=FALLS).stdout
    assert one.startswith("<svg ")
    assert "Falls &amp; trips" in one
    many = wellrun("chart", ATTENDANCES, "--where", "type=1", "--format", "svg").stdout
    assert [key in many for key in ("RF4", "RQM", "RJ1")] == [True] * 3


def test_svg_names_the_group_and_the_columns_where_there_is_no_title():
    svg = wellrun(
        "chart",
        ATTENDANCES,
        "--where",
        "org_code=RF4",
        "--where",
        "type=1",
        "--by",
        "org_code",
        "--format",
        "svg",
    )
    assert "RF4: breaches out of attendances by period" in svg.stdout


@pytest.mark.parametrize(
    ("numbers", "average"),
    [([], "Average 1,243.5"), (["--numbers", "point"], "Average 1,243.5"),
     (["--numbers", "comma"], "Average 1.243,5"), (["--numbers", "space"], "Average 1\u202f243,5")],
)  # fmt: skip
def test_drawings_write_numbers_as_they_are_asked_to(numbers, average):
    given = b"month,wait\n" + b"".join(b"2024-%02d-01,%d\n" % (at, 1242 + at % 4) for at in range(1, 13))
    assert average in wellrun("chart", "-", "--format", "svg", *numbers, given=given).stdout


def test_png_is_a_picture(tmp_path):
    path = tmp_path / "falls.png"
    assert wellrun("chart", "-", "-o", path, given=FALLS).exit_code == 0
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("f.svg", b"<svg"),
        ("f.JSON", b"{"),
        ("f.csv", b"series,"),
        ("f.txt", b"falls by month"),
        ("f.text", b"falls"),
    ],
)
def test_the_name_of_the_file_says_the_format(name, start, tmp_path):
    path = tmp_path / name
    done = wellrun("chart", "-", "-o", path, given=FALLS)
    assert (done.exit_code, done.stdout) == (0, "")
    assert path.read_bytes().startswith(start)
    assert list(tmp_path.iterdir()) == [path]


def test_a_format_that_is_named_wins_over_the_name(tmp_path):
    path = tmp_path / "falls.data"
    assert wellrun("chart", "-", "-o", path, "--format", "json", given=FALLS).exit_code == 0
    CHECK.validate(json.loads(path.read_text(encoding="utf-8")))


def test_a_file_is_replaced_whole_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "falls.csv"
    path.write_text("old")
    path.chmod(0o640)
    assert wellrun("chart", "-", "-o", path, given=FALLS).exit_code == 0
    assert path.read_text().startswith("series,")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    link.symlink_to(real)
    assert wellrun("chart", "-", "-o", link, given=FALLS).exit_code == 0
    assert link.is_symlink()
    assert real.read_text().startswith("series,")


def test_a_device_is_written_as_it_is():
    assert wellrun("chart", "-", "-o", "/dev/null", "--format", "json", given=FALLS).exit_code == 0


def test_many_charts_as_text_are_a_table_that_fits_the_terminal():
    done = wellrun("chart", RESTRICTIVE, "--dates", "day-first", "--by", "provider", "--by", "measure")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "value by period"
    assert lines[2].split() == ["Series", "Points", "Latest", "Average", "Lower", "Upper", "Reading"]


def test_one_chart_as_text_has_the_reading_the_picture_and_the_numbers():
    done = wellrun("chart", "-", "--direction", "decrease", "--exclude", 2, given=FALLS)
    assert "above the upper limit" in done.stdout
    assert re.search(r"^Points +14 months, 2 missing, 1 left out$", done.stdout, re.MULTILINE)
    assert re.search(r"^Latest +30(\.0)? \(February 2021\)$", done.stdout, re.MULTILINE)
    assert "□ bad news" in done.stdout
    assert "○ left out" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_text_and_json_tell_the_same_story():
    words = ["chart", "-", "--direction", "decrease"]
    plain = json.loads(wellrun(*words, "--format", "json", given=FALLS).stdout)["series"][0]["reading"][
        "plain"
    ]
    assert plain in " ".join(wellrun(*words, given=FALLS).stdout.split())


def test_numbers_of_many_charts_are_rounded_alike():
    rows = "2020-01,A,3,40\n2020-02,A,4,40\n2020-01,B,3,4000\n2020-02,B,4,4000\n"
    done = wellrun("chart", "-", "--by", "ward", "--n", "all", given=f"month,ward,late,all\n{rows}".encode())
    latest = [line.split()[2] for line in done.stdout.splitlines()[4:]]
    assert len({len(number.partition(".")[2]) for number in latest}) == 1
