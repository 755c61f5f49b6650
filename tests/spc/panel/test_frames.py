"""A panel takes tables of any kind and hands back the same kind; what it cannot read it says."""

from __future__ import annotations

import doctest
import random
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tests.spc.panel.comparing import differences
from tests.spc.panel.making import columns, split

import wellrun_spc as spc
from wellrun_spc.panel import front, panel
from wellrun_spc.series import SeriesError

TABLE = columns(1, series=12)
OPTIONS: dict[str, Any] = {"by": "unit", "period": "month", "value": "value", "rules": "nhs-mdc/1"}


def charts(table: dict[str, list[Any]]) -> dict[Any, spc.Chart]:
    return {
        key: spc.chart(part["value"], x=part["month"], rules="nhs-mdc/1")
        for key, part in split(table).items()
    }


def with_numpy(table: dict[str, list[Any]]) -> dict[str, Any]:
    values = np.array([np.nan if value is None else value for value in table["value"]])
    return {**table, "value": values}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (pl.DataFrame(TABLE), pl.DataFrame),
        (pl.DataFrame(TABLE).lazy(), pl.DataFrame),
        (pl.DataFrame(TABLE).with_columns(pl.col("unit").cast(pl.Categorical)), pl.DataFrame),
        (pd.DataFrame(TABLE), pd.DataFrame),
        (pa.table(TABLE), pa.Table),
        (pa.RecordBatch.from_pydict(TABLE), pa.Table),
        (pa.RecordBatchReader.from_batches(pa.table(TABLE).schema, pa.table(TABLE).to_batches()), pa.Table),
        (TABLE, pa.Table),
        (with_numpy(TABLE), pa.Table),
    ],
    ids=["polars", "lazy", "categories", "pandas", "arrow", "batch", "stream", "lists", "arrays"],
)  # fmt: skip
def test_every_kind_of_table_gives_the_same_panel_and_the_same_kind_of_table(given: Any, kind: type) -> None:
    made = panel(given, **OPTIONS)
    for table in (made.series(), made.phases(), made.points(), made.signals(), made.readings()):
        assert isinstance(table, kind)
    assert [str(key) for key in made.series()["unit"].to_numpy().tolist()] == list(split(TABLE))
    assert made.readings()["sentence"].to_numpy().tolist() == [
        c.reading.sentence for c in charts(TABLE).values()
    ]


def test_rows_in_any_order_give_the_same_panel() -> None:
    order = list(range(len(TABLE["unit"])))
    random.Random(2).shuffle(order)
    shuffled = {name: [column[row] for row in order] for name, column in TABLE.items()}
    made = panel(shuffled, **OPTIONS)
    assert differences(made, {key: charts(TABLE)[key] for key in split(shuffled)}) == []


def test_rows_sorted_by_month_come_out_by_series() -> None:
    order = sorted(range(len(TABLE["unit"])), key=lambda row: TABLE["month"][row])
    turned = {name: [column[row] for row in order] for name, column in TABLE.items()}
    assert differences(panel(turned, **OPTIONS), {key: charts(TABLE)[key] for key in split(turned)}) == []


def test_columns_in_chunks_and_slices_are_read_as_they_are() -> None:
    table = pa.concat_tables([pa.table(TABLE).slice(0, 50), pa.table(TABLE).slice(50)])
    assert differences(panel(table, **OPTIONS), charts(TABLE)) == []
    late = {name: column[3:] for name, column in TABLE.items()}
    assert differences(panel(pa.table(TABLE).slice(3), **OPTIONS), charts(late)) == []


def test_several_columns_may_name_a_series() -> None:
    table = {
        "site": ["N", "N", "N", "S", "S", "S"],
        "ward": [1, 1, 2, 1, 1, 1],
        "value": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0],
    }
    made = panel(table, by=["site", "ward"], value="value")
    assert made.series().select(["site", "ward", "points"]).to_pylist() == [
        {"site": "N", "ward": 1, "points": 2},
        {"site": "N", "ward": 2, "points": 1},
        {"site": "S", "ward": 1, "points": 3},
    ]
    assert made.reading("S", 1) == made.chart("S", 1).reading
    with pytest.raises(SeriesError, match="There is no series “S, 2”"):
        made.reading("S", 2)


def test_numbers_that_rise_name_series_as_well_as_text_does() -> None:
    made = panel({"unit": [3, 3, 7, 7, 7], "value": [1.0, 2.0, 3.0, 4.0, 5.0]}, by="unit", value="value")
    assert made.series()["unit"].to_pylist() == [3, 7]
    turned = panel({"unit": [7, 3, 7, 3, 7], "value": [3.0, 1.0, 4.0, 2.0, 5.0]}, by="unit", value="value")
    assert turned.series()["unit"].to_pylist() == [7, 3]
    assert turned.points()["value"].to_pylist() == [3.0, 4.0, 5.0, 1.0, 2.0]


@pytest.mark.parametrize(
    "months",
    [
        [date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1)],
        [datetime(2024, 1, 1, 8), datetime(2024, 1, 1, 9), datetime(2024, 1, 2)],
        [datetime(2024, 1, day, tzinfo=ZoneInfo("Europe/London")) for day in (1, 8, 15)],
        [1, 2, 3],
        [0.5, 1.5, 2.5],
        ["first", "then", "last"],
    ],
)
def test_periods_of_any_kind_come_back_as_they_were(months: list[Any]) -> None:
    made = panel(
        {"unit": ["a"] * 3, "month": months, "value": [1.0, 2.0, 9.0]},
        by="unit",
        period="month",
        value="value",
    )
    assert made.points()["period"].to_pylist() == months
    assert made.chart("a").points[2].x == months[2]
    assert made.reading("a") == made.chart("a").reading


def test_without_periods_points_are_numbered() -> None:
    made = panel({"unit": ["a", "b", "b"], "value": [1.0, 2.0, 3.0]}, by="unit", value="value")
    assert made.points()["period"].to_pylist() == [1, 1, 2]
    assert made.series()["latest"].to_pylist() == [1, 2]


def test_categories_may_be_labels_of_periods_and_of_phases() -> None:
    frame = pd.DataFrame(
        {
            "unit": pd.Categorical(["a"] * 6),
            "month": pd.Categorical(list("uvwxyz")),
            "phase": pd.Categorical(["before"] * 3 + ["after"] * 3),
            "value": [1.0, 2.0, 3.0, 8.0, 9.0, 10.0],
        }
    )
    made = panel(frame, by="unit", period="month", value="value", phases="phase")
    assert made.phases()["name"].tolist() == ["before", "after"]
    assert made.phases()["centre"].tolist() == [2.0, 9.0]


def test_suppressed_values_are_missing() -> None:
    table = {"unit": ["a"] * 3, "value": [1.0, 2.0, 3.0], "hidden": [False, True, None]}
    made = panel(table, by="unit", value="value", suppress="hidden")
    assert made.points()["value"].to_pylist() == [1.0, None, 3.0]


def test_whole_numbers_and_columns_of_nothing_are_values() -> None:
    made = panel({"unit": [1, 1], "value": [2, None]}, by="unit", value="value")
    assert made.points()["value"].to_pylist() == [2.0, None]
    nothing = panel(pa.table({"unit": [1, 1], "value": pa.nulls(2)}), by="unit", value="value")
    assert nothing.points()["value"].to_pylist() == [None, None]
    assert nothing.series()["latest"].to_pylist() == [None]


GOOD = {"unit": ["a", "a"], "month": [1, 2], "value": [1.0, 2.0], "word": ["x", "y"], "n": [1.0, 2.0]}


@pytest.mark.parametrize(
    ("changes", "options", "says"),
    [
        ({}, {"value": "valu"}, "There is no column “valu”. The columns are unit, month, value, word, n."),
        ({}, {"by": "ward"}, "There is no column “ward”"),
        ({}, {"by": []}, "No column says which series a row is part of"),
        ({}, {"value": None}, "No column holds the values. Name it as value, or name a numerator"),
        ({}, {"value": "word"}, "The column “word” does not hold numbers, but string"),
        ({}, {"exclude": "n"}, "The column “n” does not hold yes or no, but double"),
        ({}, {"chart": "x"}, "There is no chart “x”"),
        ({}, {"chart": "p"}, "A p chart needs denominators. Name their column as denominator"),
        ({}, {"chart": "c", "denominator": "n"}, "A c chart has no denominators"),
        ({"unit": ["a", None]}, {}, "Row 2: The column “unit” is empty"),
        ({"month": [1, None]}, {"period": "month"}, "Row 2: The period in the column “month” is missing"),
        ({"month": [1.0, float("nan")]}, {"period": "month"}, "Row 2: The period is not a number"),
        ({"month": [True, False]}, {"period": "month"}, "“month” holds bool, which cannot be periods"),
        ({"month": [4, 4]}, {"period": "month"}, "The series “a” has more than one row for 4. Keep one row"),
        ({"month": ["x", "x"]}, {"period": "month"}, "The series “a” has more than one row for x"),
        ({"month": [date(2024, 4, 1)] * 2}, {"period": "month"}, "more than one row for 1 April 2024"),
        ({"value": [1.0, float("inf")]}, {}, "Row 2: In the series “a”: The value is too large"),
        ({"value": [1.0, -2.0]}, {"chart": "c"}, "Row 2: In the series “a”: The count -2 is below zero"),
        ({"n": [1.0, 0.0]}, {"chart": "u", "denominator": "n"}, "Row 2: In .*: The denominator is 0"),
        ({"value": [1.0, 1e299]}, {"multiply": 1000}, "A value of the series “a” is too large"),
        ({"n": [1.0, 1e-200], "value": [1.0, 1e200]}, {"denominator": "n"}, "divided by the denominator"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_with_a_remedy(
    changes: dict[str, Any], options: dict[str, Any], says: str
) -> None:
    with pytest.raises(SeriesError, match=says):
        panel(GOOD | changes, **{"by": "unit", "value": "value"} | options)


def test_an_empty_table_and_one_whose_columns_differ_in_length_are_refused() -> None:
    with pytest.raises(SeriesError, match="There are no rows"):
        panel({"unit": [], "value": []}, by="unit", value="value")
    with pytest.raises(SeriesError, match="The columns are not equally long"):
        panel({"unit": [1], "value": [1.0, 2.0]}, by="unit", value="value")
    with pytest.raises(SeriesError, match="A panel cannot be read from a list"):
        panel([1, 2], by="unit", value="value")


def test_ranges_of_the_largest_values_are_ranges() -> None:
    values = [1e300, -1e300, 1e300]
    made = panel({"unit": [1] * 3, "value": values}, by="unit", value="value", chart="mr")
    assert made.points()["value"].to_pylist() == [None, 2e300, 2e300]
    assert differences_of_one(made) == []


def differences_of_one(made: Any) -> list[str]:
    point = made.chart(1).points[2]
    row = made.points().to_pylist()[2]
    return [name for name in ("value", "centre", "ucl") if row[name] != getattr(point, name)]


def test_the_example_runs() -> None:
    assert doctest.testmod(front).failed == 0


def test_a_panel_knows_how_many_series_and_which_rules_it_has() -> None:
    made = panel(TABLE, **OPTIONS)
    assert len(made) == 12
    assert made.rules == ("outside", "trend", "two_of_three", "shift")
    assert made.notices == ()
    assert "core" not in repr(made)
