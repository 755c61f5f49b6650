"""Points left out of every series, and series left out of a file because they cannot be computed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from tests.spc.panel.comparing import differences
from tests.spc.panel.making import columns, split

from wellrun_spc.panel import Panel, each_panel, panel, panel_arrays
from wellrun_spc.panel.faults import LeftOut
from wellrun_spc.series import SeriesError

MONTHS = [date(2024, month, 1) for month in range(1, 7)]
TABLE = {
    "unit": ["a"] * 6 + ["b"] * 3,
    "month": [*MONTHS, *MONTHS[:3]],
    "value": [3.0, 4.0, 9.0, 4.0, 5.0, 3.0, 7.0, 8.0, 6.0],
}


@pytest.mark.parametrize(
    ("named", "left_out"),
    [
        ([2], [2, 8]),
        ([np.int64(4), 0], [0, 4, 6]),
        ([MONTHS[1]], [1, 7]),
        (["2024-05-01"], [4]),
        ([], []),
    ],
)
def test_points_are_left_out_of_every_series_that_has_them(named: list[Any], left_out: list[int]) -> None:
    made = panel(TABLE, by="unit", period="month", value="value", exclude=named)
    assert np.flatnonzero(made.core.excluded).tolist() == left_out
    assert differences(made, {key: made.chart(key) for key in split(TABLE)}) == []


def test_points_are_named_as_for_a_chart_where_periods_are_labels_or_none() -> None:
    labelled = TABLE | {"month": list("uvwxyz") + list("uvw")}
    made = panel(labelled, by="unit", period="month", value="value", exclude=["w"])
    assert np.flatnonzero(made.core.excluded).tolist() == [2, 8]
    made = panel(TABLE, by="unit", value="value", exclude=[5])
    assert np.flatnonzero(made.core.excluded).tolist() == [5]


@pytest.mark.parametrize(
    ("named", "period", "says"),
    [
        ([-1], "month", "The left-out point -1 matches no point. Positions count from 0"),
        ([6], "month", "The left-out point 6 matches no point"),
        ([date(2025, 1, 1)], "month", "The left-out point 1 January 2025 matches no point"),
        (["soon"], "month", "The left-out point soon matches no point"),
        (["2024-01-01"], None, "The left-out point 2024-01-01 matches no point"),
    ],
)
def test_a_point_that_no_series_has_is_refused(named: list[Any], period: str | None, says: str) -> None:
    with pytest.raises(SeriesError, match=says):
        panel(TABLE, by="unit", period=period, value="value", exclude=named)


def test_of_part_of_a_panel_no_series_need_have_the_point() -> None:
    made = panel(TABLE, by="unit", period="month", value="value", exclude=[99], part=True)
    assert not made.core.excluded.any()


class Kept:
    """A sink that keeps what it is given."""

    def __init__(self) -> None:
        self.series: list[str] = []
        self.begun = 1

    def write(self, made: Panel) -> None:
        self.series += made.core.keys["ward"].to_pylist()

    def start_again(self) -> None:
        self.series.clear()
        self.begun += 1


def monthly(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SeriesError(f"“{text}” is no date.", remedy="Write it as 2024-01-31.") from None


ROWS = """ward,month,falls,n
a,2024-01-01,1,10
a,2024-02-01,some,10
b,2024-01-01,2,10
b,2024-02-01,-3,10
c,2024-01-01,*,10
c,2024-02-01, 4e0 ,10
d,2024-01-01,5,10
d,2024-01-01,6,10
e,2024-01-01,7,10
e,tomorrow,8,10
f,2024-01-01,,10
f,2024-02-01,9,none
"""


def computed(path: Path, rows: int = 1_000, **more: Any) -> tuple[Kept, LeftOut]:
    kept, left_out = Kept(), LeftOut()
    each_panel(
        path, kept, by="ward", period="month", value="falls", denominator="n", chart="u", missing=["*"],
        period_format=monthly, rows=rows, left_out=left_out, **more,
    )  # fmt: skip
    return kept, left_out


@pytest.mark.parametrize("rows", [1, 3, 1_000])
@pytest.mark.parametrize("torn", [False, True])
def test_series_that_cannot_be_computed_are_left_out_with_the_reason(
    tmp_path: Path, rows: int, *, torn: bool
) -> None:
    path = tmp_path / "rows.csv"
    header, *lines = ROWS.splitlines()
    lines = [*lines[::2], *lines[1::2]] if torn else lines
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    kept, left_out = computed(path, rows)
    assert (kept.series, kept.begun > 1) == (["c"], torn and rows < 1_000)
    problems = {name: error.problem for name, error in left_out.series}
    assert sorted(problems) == ["a", "b", "d", "e", "f"]
    assert "has “some” in column “falls”. We need a number there." in problems["a"]
    assert "The numerator -3 is below zero" in problems["b"]
    assert "has more than one row for 1 January 2024" in problems["d"]
    assert "“tomorrow” is no date." in problems["e"]
    assert "has “none” in column “n”" in problems["f"]
    if not torn:
        assert "Row 3 has “some”" in problems["a"]
        assert "Row 11: “tomorrow”" in problems["e"]


def test_where_no_series_is_left_the_first_reason_is_said(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("ward,month,falls,n\na,2024-01-01,x,1\nb,2024-01-01,y,1\n", encoding="utf-8")
    with pytest.raises(SeriesError, match="In the series “a”: Row 2 has “x”"):
        computed(path)


def test_where_no_date_can_be_read_the_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("ward,month,falls,n\na,soon,1,1\nb,later,2,1\n", encoding="utf-8")
    with pytest.raises(SeriesError, match="“soon” is no date"):
        computed(path)


def test_numbers_of_a_parquet_file_need_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    table = {"ward": ["a", "a", "b"], "month": [1, 2, 1], "falls": [1.0, -2.0, 3.0], "n": [5.0] * 3}
    parquet.write_table(pa.table(table), path)
    kept, left_out = computed(path)
    assert (kept.series, [name for name, _ in left_out.series]) == (["b"], ["a"])


def test_rules_without_a_compiled_form_name_the_series_too() -> None:
    for rules in ("anhoej/1", "nelson/1"):
        with pytest.raises(SeriesError, match="In the series “2”: The count -1 is below zero"):
            panel_arrays([1, 1, 2, 2], [3.0, 4.0, -1.0, 2.0], chart="c", rules=rules)


@pytest.mark.parametrize("chart", ["p_prime", "u_prime", "i_prime"])
def test_denominators_next_to_nothing_are_refused_as_for_a_chart(chart: str) -> None:
    counts, wholes = [0.0, 0.0, 5.0, 4.0], [1e-310, 1e-310, 1e15, 1e15]
    with pytest.raises(SeriesError, match="Check the denominators: some are very small"):
        panel_arrays([1] * 4, counts, denominators=wholes, chart=chart)


def test_a_table_of_many_series_is_halved_until_the_wrong_one_is_alone(tmp_path: Path) -> None:
    table = columns(5, series=21, counts=True, missing=0.0)
    table["value"][0] = table["value"][-1] = -4.0
    path = tmp_path / "rows.parquet"
    named = {"ward": table["unit"], "month": table["month"], "falls": table["value"], "n": table["n"]}
    parquet.write_table(pa.table(named), path)
    kept, left_out = computed(path)
    assert [name for name, _ in left_out.series] == ["Ward 0", "Ward 20"]
    assert kept.series == [f"Ward {number}" for number in range(1, 20)]
