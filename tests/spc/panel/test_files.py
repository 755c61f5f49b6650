"""Files that are read bit by bit give what the same rows give in memory."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as arrow_csv
import pyarrow.parquet as parquet
import pytest
from tests.spc.panel.making import columns

from wellrun_spc import PhaseStart
from wellrun_spc.panel import Panel, each_panel, panel, panel_file, readings_table
from wellrun_spc.panel.writing import spelled_out
from wellrun_spc.series import SeriesError

NAMES: dict[str, Any] = {"by": "unit", "period": "month", "value": "value"}
MORE = NAMES | {"target": "aim", "exclude": "left_out", "rules": "nhs-mdc/1", "direction": "increase"}


def table_of(seed: int = 3, *, shuffled: bool = False) -> pa.Table:
    table = pa.table({name: pa.array(column) for name, column in columns(seed).items()})
    order = list(range(table.num_rows))
    if shuffled:
        random.Random(seed).shuffle(order)
    return table.take(pa.array(order))


def file_of(folder: Path, table: pa.Table, kind: str) -> Path:
    path = folder / f"rows.{kind}"
    if kind == "parquet":
        parquet.write_table(table, path, row_group_size=100)
    else:
        options = arrow_csv.WriteOptions(delimiter="\t" if kind == "tsv" else ",")
        arrow_csv.write_csv(table, path, options)
    return path


def by_unit(table: pa.Table) -> list[dict[str, Any]]:
    return sorted(spelled_out(table).to_pylist(), key=lambda row: row["unit"])


@pytest.mark.parametrize("kind", ["parquet", "csv", "tsv"])
@pytest.mark.parametrize("shuffled", [False, True])
@pytest.mark.parametrize("rows", [1, 150, 1_000_000])
def test_readings_are_those_of_the_same_rows_in_memory(
    tmp_path: Path, kind: str, shuffled: bool, rows: int
) -> None:
    table = table_of(shuffled=shuffled)
    done = panel_file(file_of(tmp_path, table, kind), rows=rows, **MORE)
    assert (done.rows, done.series) == (table.num_rows, 40)
    assert by_unit(done.readings) == by_unit(panel(table, **MORE).readings())


@pytest.mark.parametrize("kind", ["parquet", "csv"])
@pytest.mark.parametrize("shuffled", [False, True])
def test_results_can_go_to_files(tmp_path: Path, kind: str, shuffled: bool) -> None:
    table, shares = table_of(shuffled=shuffled), list[float]()
    readings, points = tmp_path / f"readings.{kind}", tmp_path / f"points.{kind}"
    done = panel_file(
        file_of(tmp_path, table, "parquet"), to=readings, points=points, rows=200, progress=shares.append,
        **MORE,
    )  # fmt: skip
    assert done.readings.num_rows == 0
    assert shares[-1] == 1.0
    read = parquet.read_table if kind == "parquet" else arrow_csv.read_csv
    assert [row["unit"] for row in by_unit(read(readings))] == sorted(set(table["unit"].to_pylist()))
    made = panel(table, **MORE)
    told = [sorted(map(str, table["centre"].to_pylist())) for table in (read(points), made.points())]
    assert told[0] == told[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["rows.parquet", readings.name, points.name]
    )


def test_a_series_longer_than_what_is_held_is_read_whole(tmp_path: Path) -> None:
    table = pa.table({"unit": [1] * 900 + [2] * 3, "value": [float(place % 7) for place in range(903)]})
    done = panel_file(file_of(tmp_path, table, "parquet"), by="unit", value="value", rows=10)
    assert done.readings["points"].to_pylist() == [900, 3]


def test_a_phase_from_a_date_need_not_be_reached_by_the_rows_at_hand(tmp_path: Path) -> None:
    table = table_of()
    phases = {"phases": [PhaseStart("2031-05-01", name="After")]}
    done = panel_file(file_of(tmp_path, table, "parquet"), rows=1, **NAMES, **phases)
    assert by_unit(done.readings) == by_unit(panel(table, **NAMES, **phases).readings())


def test_phases_by_a_column_and_hidden_values(tmp_path: Path) -> None:
    table = table_of().append_column(
        "hide", pa.array([place % 9 == 0 for place in range(table_of().num_rows)])
    )
    table = table.append_column("phase", pa.array([str(place // 50) for place in range(table.num_rows)]))
    more = {"phases": "phase", "suppress": "hide", "denominator": "n", "chart": "run"}
    done = panel_file(file_of(tmp_path, table, "csv"), **NAMES, **more)
    assert by_unit(done.readings) == by_unit(panel(table, **NAMES, **more).readings())


def test_dates_may_be_written_in_other_ways(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("unit,day,value\na,14/04/2026,1\na,15/05/2026,2\nb,14/04/2026,*\nb,01/06/2026,3\n")
    form = {"by": "unit", "period": "day", "value": "value"}
    path.write_text(path.read_text().replace("*", ""))
    done = panel_file(path, period_format="%d/%m/%Y", **form)
    assert done.readings["latest"].to_pylist() == [date(2026, 5, 15), date(2026, 6, 1)]


class Kept:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.latest: dict[str, Any] = {}
        self.again = 0

    def write(self, made: Panel) -> None:
        rows = made.series()
        self.latest |= dict(zip(rows["unit"].to_pylist(), rows["latest"].to_pylist(), strict=True))

    def start_again(self) -> None:
        self.latest.clear()
        self.again += 1


def test_panels_can_be_taken_one_by_one(tmp_path: Path) -> None:
    path, kept = tmp_path / "rows.csv", Kept()
    path.write_text("unit,kind,day,value\na,x,D2,1\nb,x,D1,2\nc,y,D1,hidden\na,x,D4,3\nb,y,D9,3\n")
    counted = each_panel(
        path, kept, by="unit", period="day", value="value", rows=1, missing=["hidden"], where={"kind": ["x"]},
        period_format=lambda text: date(2026, 1, int(text[1:])), target=2.0, phases=[1],
    )  # fmt: skip
    assert counted == (3, 2)
    assert kept.latest == {"a": date(2026, 1, 4), "b": date(2026, 1, 1)}
    assert kept.again == 1, "the rows of ward a do not stand together"


def test_the_table_of_readings_of_a_file_and_of_a_frame(tmp_path: Path) -> None:
    table = table_of()
    of_file = readings_table(file_of(tmp_path, table, "parquet"), **NAMES)
    assert of_file.column_names[:4] == ["unit", "chart", "n", "centre"]
    assert spelled_out(of_file).equals(spelled_out(readings_table(table, **NAMES)))


@pytest.mark.parametrize(
    ("name", "content", "options", "says"),
    [
        ("rows.xlsx", b"", {}, "cannot be read from a .xlsx file"),
        ("rows", b"", {}, "cannot be read from a nameless file"),
        ("rows.csv", b"unit,month,other\na,1,2\n", {}, "There is no column “value”. The columns are unit"),
        ("rows.csv", b"unit,month,value\na,1,two\n", {}, "The file does not fit: .*two"),
        ("rows.csv", b"unit,month,value\n", {}, "There are no rows"),
        ("rows.csv", b"unit,month,value\na,1,1\na,1,2\n", {}, "has more than one row for 1"),
        ("rows.parquet", b"no", {}, "The file does not fit"),
        (
            "rows.csv",
            b"unit,month,value\na,1,1\n",
            {"to": "out.txt"},
            "Results cannot be written to “out.txt”",
        ),
    ],
)
def test_what_cannot_be_read_or_written_is_said_and_nothing_is_left(
    tmp_path: Path, name: str, content: bytes, options: dict[str, Any], says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    options = {"to": "out.csv", "points": "points.parquet"} | options
    with pytest.raises(SeriesError, match=says):
        panel_file(tmp_path / name, **NAMES, **{key: tmp_path / file for key, file in options.items()})
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SeriesError, match=r"The file cannot be read: .*nowhere\.parquet"):
        panel_file(tmp_path / "nowhere.parquet", **NAMES)


def test_keys_that_are_empty_are_told_from_those_that_are_not(tmp_path: Path) -> None:
    table = pa.table({"unit": ["a", "a", None], "month": [1, 2, 1], "value": [1.0, 2.0, 3.0]})
    with pytest.raises(SeriesError, match="The column “unit” is empty"):
        panel_file(file_of(tmp_path, table, "parquet"), **NAMES, rows=1)
