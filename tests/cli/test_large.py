"""Parquet, and text too large for memory: read bit by bit, with the results of charts made one by one."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from tests.cli.running import wellrun
from tests.cli.test_panels import one_by_one, rows_of
from wellrun.cli.charting.panels import choose
from wellrun.cli.charting.panels.large import chart_large
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import Request

MONTHS = [date(2019 + month // 12, month % 12 + 1, 1) for month in range(30)]


def wards(*, shuffled: bool = False) -> pa.Table:
    chance = random.Random(2)
    rows = [(f"Ward {ward}", month) for ward in range(12) for month in MONTHS]
    if shuffled:
        chance.shuffle(rows)
    seen = [chance.randint(40, 60) for _ in rows]
    late = [
        None if chance.random() < 0.05 else chance.randint(0, 9) + (ward == "Ward 3") * 9 for ward, _ in rows
    ]
    columns = {"ward": [ward for ward, _ in rows], "month": [month for _, month in rows]}
    return pa.table(columns | {"late": late, "attendances": seen})


def as_text(table: pa.Table, path: Path) -> str:
    rows = zip(*table.to_pydict().values(), strict=True)
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in rows]
    path.write_text("\n".join([",".join(table.column_names), *lines]) + "\n", encoding="utf-8")
    return str(path)


def as_parquet(table: pa.Table, path: Path) -> str:
    parquet.write_table(table, path, row_group_size=64)
    return str(path)


def _aim(ward: pa.Scalar, month: pa.Scalar) -> float | None:
    """A target that falls; the first months, and one ward, have none."""
    day = month.as_py()
    return None if ward.as_py() == "Ward 5" or day < MONTHS[2] else 0.2 if day < MONTHS[20] else 8.5


@pytest.mark.parametrize("form", ["text", "csv", "readings"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"chart": "u", "multiply": 1000.0, "phases": ("2020-06-01",), "freeze": "8"},
        {"chart": "i", "n": "attendances", "where": (("ward", "Ward 3"), ("ward", "Ward 7"))},
        {"y": "late", "chart": "run", "freeze": "2019-12-01", "phases": ("20",), "target": "3"},
        {"chart": "p_prime", "exclude": ("3", "2020-06-01"), "target": "20%", "screen": "once"},
        {"y": "late", "chart": "g", "exclude": ("2020-06-01",), "rules": "ihi-run/1"},
        {"y": "late", "chart": "i", "centre": "4.5", "bridge_gaps": True},
        {"y": "attendances", "subgroup": "month", "exclude": ("2",)},
        {"y": "attendances", "chart": "s", "subgroup": "month"},
        {"y": "late", "chart": "i", "trajectory": "Aim", "direction": "decrease", "multiply": 2.0},
        {"y": "late", "n": "attendances", "trajectory": "aim", "exclude": ("3",), "rules": "nhs-mdc/2"},
        {"y": "attendances", "subgroup": "month", "trajectory": "aim", "direction": "increase"},
    ],
)
def test_parquet_and_text_give_what_charts_one_by_one_give(
    tmp_path: Path, form: Any, options: dict[str, Any]
) -> None:
    table, output = wards(), tmp_path / "result"
    if "subgroup" in options:
        table = pa.concat_tables([table, table.slice(0, 200), wards(shuffled=True)])
    if "trajectory" in options:
        table = table.append_column(
            "aim", pa.array([_aim(*row) for row in zip(*table.columns[:2], strict=True)])
        )
    text = as_text(table, tmp_path / "rows.csv")
    asked = {"by": ("ward",), "format": form, "output": output, **options}
    content, said = one_by_one(Request(file=text, **asked))
    for file in (text, as_parquet(table, tmp_path / "rows.parquet")):
        assert chart_large(Request(file=file, **asked)).assumed == said
        told = output.read_bytes()
        assert told == content if form == "text" else rows_of(told) == rows_of(content)


def test_rows_in_any_order_give_the_same_series(tmp_path: Path) -> None:
    ordered, mixed = wards(), wards(shuffled=True)
    file = as_parquet(mixed, tmp_path / "mixed.parquet")
    done = wellrun(
        "chart", file, "--by", "ward", "--chart", "c", "--y", "attendances", "--format", "readings", "-q"
    )
    assert sorted(row["series"] for row in rows_of(done.stdout.encode())) == sorted(
        set(ordered["ward"].to_pylist())
    )


def test_the_command_says_what_it_took_the_columns_for(tmp_path: Path) -> None:
    file = as_parquet(wards(), tmp_path / "rows.parquet")
    done = wellrun("chart", file)
    assert done.exit_code == 0
    assert "Each “ward” has its own chart." in done.stderr
    assert "Ward 11" in done.stdout
    assert wellrun("chart", file, "--quiet").stderr == ""


def test_dates_hidden_cells_and_labels_of_text_are_read_as_in_a_small_file(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    lines = [f"{ward},{day}/06/2020,{'*' if day == 15 else day}" for ward in "ab" for day in range(13, 28)]
    path.write_text("\n".join(["ward,day,falls", *lines]) + "\n", encoding="utf-8")
    labels = tmp_path / "labels.csv"
    labels.write_text("ward,shift,falls\na,late,1\na,early,2\nb,late,3\nb,early,5\n", encoding="utf-8")
    for file, more in ((path, {}), (labels, {"x": "shift", "y": "falls"})):
        asked = {"by": ("ward",), "format": "readings", "output": tmp_path / "result", **more}
        chart_large(Request(file=str(file), **asked))
        assert rows_of((tmp_path / "result").read_bytes()) == rows_of(
            one_by_one(Request(file=str(file), **asked))[0]
        )


@pytest.mark.parametrize(
    ("content", "options", "says"),
    [
        ("ward,month,falls\na,2020-01,1\n", {"exclude": ("2",)}, "--exclude 2 names no point"),
        ("ward,month,falls\na,2020-01,1\n", {"exclude": ("1", "2020-02")}, "--exclude 2020-02 names no"),
        ("ward,month,falls,aim\na,2020-01,1,5%\n", {"trajectory": "aim"}, "must be plain"),
        (
            "ward,month,falls,aim\na,2020-01,1,soon\n",
            {"trajectory": "aim"},
            "Row 2 has “soon” in column “aim”",
        ),
        ("ward,month,falls\na,2020-01,1\n", {"trajectory": "goal"}, "There is no column “goal”"),
        (
            "ward,day,wait,aim\na,Monday,1,3\na,Monday,2,4\n",
            {"subgroup": "day", "y": "wait", "trajectory": "aim"},
            "The rows of one subgroup do not agree on its target",
        ),
        (
            "ward,month,falls\na,2020-01,no\n",
            {"y": "falls", "skip_bad": True},
            "Row 2 has “no” in column “falls”",
        ),
        ("ward,month,falls\na,2020-01,-1\n", {"chart": "c", "skip_bad": True}, "The count -1 is below zero"),
        ("ward,month,falls\na,2020-01,1\n", {"format": "svg"}, "is charted as text, csv or readings"),
        ("ward;month;falls\na;2020-01;1\n", {}, "must be plain"),
        ("ward,month,falls\na,2020-01,5%\n", {}, "must be plain"),
        ("ward,year,falls\na,2018/19,5\n", {"x": "year"}, "must be plain"),
        ("month,falls\n2020-01,1\n", {"by": ()}, "No column says which series"),
        ("ward,month,falls\na,2020-01,1\na,2020-01,2\n", {}, "has more than one row"),
        ("ward,month,falls\na,2020-01,1\n", {"phases": ("soon",)}, "“soon” names no point"),
        ("ward,month,falls\na,2020-01,1\n", {"where": (("ward", "c"),)}, "There are no rows"),
    ],
)
def test_what_needs_the_whole_file_is_refused(
    tmp_path: Path, content: str, options: dict[str, Any], says: str
) -> None:
    path, output = tmp_path / "rows.csv", tmp_path / "result"
    path.write_text(content, encoding="utf-8")
    from wellrun.exchange.tables import TableError

    with pytest.raises((Refused, TableError), match=says):
        chart_large(Request(file=str(path), output=output, **({"by": ("ward",)} | options)))
    assert not output.exists()


BAD = """ward,month,falls
a,2020-01-01,1
a,2020-02-01,some
b,2020-01-01,2
b,2020-02-01,-3
c,2020-01-01,*
c,2020-02-01,4
d,2020-01-01,5
d,2020-01-01,6
e,2020-01-01,7
e,yesterday,8
f,2020-01-01,9
f,2020-02-01, 1e1
"""


@pytest.mark.parametrize(("wards", "shuffled"), [(1, False), (1, True), (12_000, False)])
def test_series_that_cannot_be_charted_are_left_out_and_listed(
    tmp_path: Path, wards: int, *, shuffled: bool
) -> None:
    path, output = tmp_path / "rows.csv", tmp_path / "result"
    # the first two megabytes say how dates are written: what is wrong may stand among them or behind
    fine = [f"w{ward},2020-{month:02d}-01,{month}" for ward in range(wards) for month in range(1, 13)]
    header, *bad = BAD.splitlines()
    bad = [*bad[::2], *bad[1::2]] if shuffled else bad
    path.write_text("\n".join([header, *fine, *bad]) + "\n", encoding="utf-8")
    asked = {"by": ("ward",), "chart": "c", "format": "readings", "output": output, "skip_bad": True}
    said = chart_large(Request(file=str(path), **asked))
    told = rows_of(output.read_bytes())
    assert [row["series"] for row in told if row["series"] in "abcdef"] == ["c", "f"]
    assert said.charted == len(told) == wards + 2
    problems = {key: error.problem for key, error in said.skipped}
    assert sorted(problems) == ["a", "b", "d", "e"]
    assert "“some” in column “falls”. We need a number there." in problems["a"]
    assert "The count -3 is below zero" in problems["b"]
    assert "has more than one row" in problems["d"]
    assert "“yesterday” cannot be read as a date" in problems["e"]
    if not shuffled:
        assert f"Row {wards * 12 + 3} has “some”" in problems["a"]
        assert [row["value"] for row in told[-2:]] == [4.0, 10.0]


def test_the_command_lists_what_it_left_out(tmp_path: Path) -> None:
    table = wards().set_column(2, "late", pa.array([-1 if at == 70 else 2 for at in range(360)]))
    file = as_parquet(table, tmp_path / "rows.parquet")
    options = ("--by", "ward", "--chart", "c", "--y", "late", "--quiet")
    refused = wellrun("chart", file, *options)
    assert (refused.exit_code, "“Ward 2”" in refused.stderr) == (2, True)
    done = wellrun("chart", file, *options, "--skip-bad")
    assert (done.exit_code, "Ward 2 " in done.stdout, "Ward 3 " in done.stdout) == (0, False, True)
    assert done.stderr.splitlines() == [
        "Left out 1 of 12 series:", "  In the series “Ward 2”: The count -1 is below zero.",
    ]  # fmt: skip


def test_a_date_that_is_none_is_named_wherever_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    # the first two megabytes are looked at; the slip stands behind them
    lines = [f"w{ward},2020-{month:02d}-01,{month}" for ward in range(12_000) for month in range(1, 13)]
    path.write_text("\n".join(["ward,month,falls", *lines, "z,yesterday,3"]) + "\n", encoding="utf-8")
    with pytest.raises(Refused, match="“yesterday” cannot be read as a date like those in the first rows"):
        chart_large(Request(file=str(path), by=("ward",), output=tmp_path / "result"))


def test_rows_that_are_wanted_may_all_stand_at_the_end(tmp_path: Path) -> None:
    path, output = tmp_path / "rows.csv", tmp_path / "result"
    lines = [f"w{ward},2020-{month:02d}-01,{month}" for ward in range(12_000) for month in range(1, 13)]
    path.write_text("\n".join(["Ward,month,falls", *lines]) + "\n", encoding="utf-8")
    asked = {"by": ("ward",), "where": (("ward", "w11999"),), "output": output, "format": "readings"}
    chart_large(Request(file=str(path), **asked))
    assert [row["series"] for row in rows_of(output.read_bytes())] == ["w11999"]


@pytest.mark.parametrize("content", [b"PAR1 and no more", b"PAR1"])
def test_a_broken_parquet_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "rows.parquet"
    path.write_bytes(content)
    done = wellrun("chart", path, "--by", "ward")
    assert done.exit_code == 2
    assert "We cannot read “rows.parquet” as Parquet" in done.stderr


def test_an_empty_parquet_file_is_refused(tmp_path: Path) -> None:
    done = wellrun("chart", as_parquet(wards().slice(0, 0), tmp_path / "rows.parquet"), "--by", "ward")
    assert (done.exit_code, "has no rows" in done.stderr) == (2, True)


def test_columns_of_any_type_can_be_looked_at(tmp_path: Path) -> None:
    from decimal import Decimal

    table = (
        wards()
        .append_column("open", pa.array([True] * 360))
        .append_column("cost", pa.array([Decimal("1.5")] * 360))
    )
    table = table.append_column("spare", pa.nulls(360))
    done = wellrun("chart", as_parquet(table, tmp_path / "rows.parquet"), "--by", "ward", "--y", "cost", "-q")
    assert done.exit_code == 0, done.stderr


def test_which_files_are_read_bit_by_bit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = as_text(wards(), tmp_path / "rows.csv")
    assert choose.is_large(Request(file=as_parquet(wards(), tmp_path / "rows.parquet")))
    assert not choose.is_large(Request(file=text))
    assert not choose.is_large(Request(file="-"))
    monkeypatch.setattr(choose, "LARGE", 1_000)
    assert choose.is_large(Request(file=text))
    done = wellrun("chart", text, "--by", "ward", "--chart", "i", "--y", "late")
    assert (done.exit_code, "Ward 11" in done.stdout) == (0, True)
