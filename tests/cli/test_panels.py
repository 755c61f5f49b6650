"""Many series at once give what the charts of the series give one by one: the same text, rows and words."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ATTENDANCES, RESTRICTIVE, wellrun
from wellrun.cli.charting.charts import charts_of, usual_chart
from wellrun.cli.charting.panels.choose import MANY_ROWS, can_be_panel, is_for_panel
from wellrun.cli.charting.panels.compute import Panelled, panelled
from wellrun.cli.charting.panels.formats import content_of
from wellrun.cli.charting.request import Request
from wellrun.cli.charting.run import _content
from wellrun.cli.charting.source import found_in, source_of

FROZEN = {"freeze": "2"}
FORMATS = ("text", "csv", "readings")


def one_by_one(request: Request) -> tuple[bytes, list[str]]:
    found = found_in(request)
    source = source_of(request, found)
    kind, why = (request.chart, "") if request.chart else usual_chart(source)
    charts = charts_of(request, source, kind)
    return _content(request, source, charts), [*source.said, *([why] if why else [])]


def at_once(request: Request) -> tuple[bytes, list[str]]:
    many = panelled(request, found_in(request))
    assert isinstance(many, Panelled)
    return content_of(request, many), list(many.said)


def rows_of(content: bytes) -> list[dict[str, Any]]:
    """The rows of a table, numbers as numbers: 1e+15 and 1000000000000000 are the same."""
    rows = csv.DictReader(io.StringIO(content.decode()))
    return [{name: _number(cell) for name, cell in row.items()} for row in rows]


def _number(cell: str) -> float | str:
    try:
        return float(cell)
    except ValueError:
        return cell


def assert_same(**options: Any) -> None:
    for form in FORMATS:
        request = Request(format=form, output=Path("x.txt"), **options)
        (alone, said_alone), (many, said_many) = one_by_one(request), at_once(request)
        assert said_alone == said_many
        assert alone == many if form == "text" else rows_of(alone) == rows_of(many)


def table_in(folder: Path, header: str, rows: list[list[Any]]) -> str:
    path = folder / "table.csv"
    lines = [header, *(",".join(map(str, row)) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


@pytest.fixture
def wards(tmp_path: Path) -> str:
    """Forty wards of different lengths, rows in no order, with gaps, hidden cells and notes."""
    chance = random.Random(3)
    rows = []
    for ward in range(40):
        for month in range(chance.choice([6, 11, 14, 24, 70])):
            value: Any = round(chance.gauss(50 + (month > 12) * 6, 5), 1)
            value = chance.choice(["*", "", value]) if chance.random() < 0.08 else value
            note = "new team" if month == 3 else ""
            rows.append([f"=Ward {ward}", f"{2015 + month // 12}-{month % 12 + 1:02d}-01", value, note])
    chance.shuffle(rows)
    return table_in(tmp_path, "ward,month,wait,note", rows)


@pytest.mark.parametrize("rules", ["anhoej/1", "nhs-mdc/2", "nelson/1"])
def test_single_values(wards: str, rules: str) -> None:
    assert_same(file=wards, by=("ward",), rules=rules, target="45", direction="decrease")


@pytest.mark.parametrize("chart", ["run", "mr"])
def test_other_kinds_with_phases_and_a_baseline(wards: str, chart: str) -> None:
    assert_same(file=wards, by=("ward",), chart=chart, phases=("5",), freeze="3", multiply=10.0)


def test_proportions_and_rates_of_a_real_file() -> None:
    assert_same(file=ATTENDANCES, target="5%", direction="decrease")
    assert_same(file=ATTENDANCES, chart="u", multiply=1000.0, rules="nhs-mdc/1")
    assert_same(file=ATTENDANCES, chart="i", y="breaches", n="attendances", by=("org_code", "type"))


def test_a_target_that_moves(tmp_path: Path) -> None:
    rows = [
        [ward, f"2021-{month:02d}-01", (month * 7 + ward) % 5, "" if month < 3 else 6 - month / 4]
        for ward in (1, 2, 3)
        for month in range(1, 13)
    ]
    file = table_in(tmp_path, "ward,month,falls,aim", rows)
    for more in ({}, {"multiply": 10.0}):
        assert_same(file=file, by=("ward",), trajectory="Aim", y="falls", direction="decrease", **more)


def test_hidden_numbers_and_dates_of_a_real_file() -> None:
    assert_same(file=RESTRICTIVE, dates="day-first")


@pytest.mark.parametrize(
    "periods",
    [
        ["first", "second", "third", "last"],
        ["2021-01-01 08:00", "2021-01-01 12:30", "2021-01-02 08:00", "2021-01-03 09:15"],
        ["7", "8", "10", "12"],
        ["0.5", "1", "1.5", "2"],
        ["2018", "2019", "2020", "2021"],
    ],
)
def test_periods_of_every_kind(tmp_path: Path, periods: list[str]) -> None:
    rows = [[ward, period, place * ward] for ward in (1, 2, 3) for place, period in enumerate(periods)]
    file = table_in(tmp_path, "ward,period,falls", rows)
    assert_same(file=file, x="period", y="falls", by=("ward",), chart="c")


def test_rows_without_a_period_or_without_any(tmp_path: Path) -> None:
    rows = [
        [ward, f"2020-{month:02d}-01" if month else "", month or ""] for ward in "ab" for month in range(9)
    ]
    assert_same(file=table_in(tmp_path, "ward,month,falls", rows), by=("ward",))
    rows = [[ward, number % 5] for number in range(30) for ward in "ab"]
    assert_same(file=table_in(tmp_path, "ward,falls", rows), by=("ward",))


def test_percentages(tmp_path: Path) -> None:
    rows = [[ward, f"2020-{month:02d}-01", f"{90 + month % 4}%"] for ward in "ab" for month in range(1, 13)]
    assert_same(file=table_in(tmp_path, "ward,month,washed", rows), by=("ward",), target="92%")


@pytest.mark.parametrize(
    ("header", "rows", "options"),
    [
        ("ward,month,falls", [["a", "2020-01", 1], ["a", "2020-01", 2]], {}),
        ("ward,month,falls", [["a", "2020-01", 1], ["a", "2020-02", "some"]], {"y": "falls"}),
        ("ward,month,falls", [["a", "2020-01", 1], ["a", "2020-02", 2], ["b", "2020-01", 3]], FROZEN),
        ("ward,month,falls", [["a", "2020-01", 1], ["a", "2020-02", 2]], {"phases": ("0",)}),
        ("ward,year,falls", [["a", "2018/19", 1], ["a", "2019/20", 2]], {"x": "year"}),
        ("ward,month,falls,n", [["a", "2020-01", 5, 4], ["a", "2020-02", 1, 4]], {"chart": "p", "n": "n"}),
    ],
)  # fmt: skip
def test_what_needs_care_is_left_to_charts_one_by_one(
    tmp_path: Path, header: str, rows: list[list[Any]], options: dict[str, Any]
) -> None:
    request = Request(file=table_in(tmp_path, header, rows), by=("ward",), **options)
    assert panelled(request, found_in(request)) is None


def test_only_many_rows_of_what_is_compiled_are_worth_a_panel(wards: str) -> None:
    request = Request(file=wards, by=("ward",))
    assert can_be_panel(request)
    assert not is_for_panel(request, found_in(request))
    for options in ({"exclude": ("3",)}, {"format": "json"}, {"freeze": "2020-01"}, {"phases": ("2020-01",)}):
        assert not can_be_panel(Request(file=wards, by=("ward",), **options))


def test_a_large_file_is_charted_as_its_series_are(tmp_path: Path) -> None:
    chance = random.Random(8)
    months = [f"{2000 + month // 12}-{month % 12 + 1:02d}-01" for month in range(300)]
    wards = [f"Ward {ward}" for ward in range(MANY_ROWS // 300)]
    rows = [[ward, month, chance.randint(0, 9)] for ward in wards for month in months]
    file = table_in(tmp_path, "ward,month,falls", rows)
    done = wellrun("chart", file, "--by", "ward", "--chart", "c", "--format", "readings")
    assert (done.exit_code, done.stderr.splitlines()) == (0, ["Dates are in “month”.", "We chart “falls”."])
    told = rows_of(done.stdout.encode())
    assert [row["series"] for row in told] == wards
    own = Request(file=file, by=("ward",), where=(("ward", "Ward 7"),), chart="c", format="readings")
    assert told[7] == rows_of(one_by_one(own)[0])[0]


def test_readings_are_a_format_for_few_series_too(wards: str) -> None:
    done = wellrun("chart", wards, "--by", "ward", "--format", "readings", "--quiet")
    first = rows_of(done.stdout.encode())[0]
    assert first["series"] == first["ward"]
    assert str(first["series"]).startswith("'=Ward"), "no spreadsheet takes it for a formula"
    assert {"word", "sentence", "plain", "latest", "centre"} <= set(first)
