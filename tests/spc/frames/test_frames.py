"""Results as tidy data frames: every row, every column, the same types whatever is missing."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pandas as pd
import polars as pl
import pytest

import wellrun_spc as spc

MONTHS = [date(2024, month, 1) for month in range(1, 13)]
CHART = spc.i_chart(
    [3, 4, None, 5, 9, 2, 1, 4, 3, 5, 4, 40], x=MONTHS, phases=[4], notes=["", "moved"] + [""] * 10
)
FUNNEL = spc.funnel([3, 90, 2, 0], [40, 150, 70, 0], units=["A", "B", "C", "D"], overdispersion="additive")
PARETO = spc.pareto(["fall", "fall", "rash", None])
CUMULATIVE = spc.cusum([10, 9, 10, 11, 12, 13, 12, 13], centre=10, sigma=1, h=4)
CAPABILITY = spc.capability([10, 9, 11, 10, 12, 10, 9, 11, 10, 9, 11, 10], lower=4)
TABLES = [
    (CHART, "points", 12), (CHART, "phases", 2), (CHART, "signals", len(CHART.signals)),
    (FUNNEL, "units", 4), (FUNNEL, "curve", len(FUNNEL.curve)), (PARETO, "items", 2),
    (CUMULATIVE, "points", 8), (CUMULATIVE, "signals", len(CUMULATIVE.signals)), (CAPABILITY, "indices", 2),
]  # fmt: skip


@pytest.mark.parametrize(("result", "of", "rows"), TABLES)
def test_polars_and_pandas_hold_the_same_rows_and_columns(result, of, rows):
    first, second = result.to_frame(of=of), result.to_frame("pandas", of=of)
    assert isinstance(first, pl.DataFrame)
    assert isinstance(second, pd.DataFrame)
    assert (first.shape, list(first.columns)) == (second.shape, list(second.columns))
    assert first.height == rows > 0
    assert first.write_csv().count("\n") == rows + 1


def test_points_are_those_of_the_chart():
    frame = CHART.to_frame()
    assert frame["x"].to_list() == MONTHS
    assert frame["value"].to_list() == [point.value for point in CHART.points]
    assert frame["ucl"].to_list() == [point.ucl for point in CHART.points]
    assert frame["signals"].to_list() == [", ".join(point.signals) for point in CHART.points]
    assert frame["note"][1] == "moved"


def test_phases_carry_their_runs():
    phases = CHART.to_frame(of="phases")
    assert phases["centre"].to_list() == [phase.centre for phase in CHART.phases]
    assert phases["longest"].to_list() == [phase.runs.longest for phase in CHART.phases]


def test_a_signal_names_its_points():
    signals = CUMULATIVE.to_frame(of="signals")
    assert signals["positions"].to_list() == [
        ", ".join(map(str, signal.positions)) for signal in CUMULATIVE.signals
    ]


def test_limits_of_a_unit_are_those_in_force():
    frame = FUNNEL.to_frame()
    assert FUNNEL.adjusted
    assert frame["ucl998"].to_list() == [
        None if unit.adjusted is None else unit.adjusted.ucl998 for unit in FUNNEL.units
    ]
    plain = spc.funnel([3, 90, 2], [40, 150, 70])
    assert plain.to_frame()["lcl95"].to_list() == [unit.unadjusted.lcl95 for unit in plain.units]
    assert plain.to_frame(of="curve")["ucl95"].to_list() == [at.unadjusted.ucl95 for at in plain.curve]


def test_a_column_has_its_type_where_every_entry_is_missing():
    run = spc.run_chart([None, None, None])
    for frame in (run.to_frame(), spc.i_chart([1, 2, 3], target=2).to_frame()):
        assert frame.schema["target"] == pl.Float64
        assert frame.schema["signals"] == pl.String
    assert pl.concat([run.to_frame(), spc.i_chart([1, 2, 3], target=2).to_frame()]).height == 6
    assert spc.i_chart([5] * 12).to_frame(of="signals").schema["sentence"] == pl.String
    assert spc.capability([1, 2] * 4 + [90] * 4, upper=4).to_frame().height == 0
    assert run.to_frame("pandas").dtypes["target"] == "float64"


@pytest.mark.parametrize(
    ("xs", "polars_type", "pandas_type"),
    [
        ([date(1, 1, 1), date(2024, 1, 1)], pl.Date, "datetime64[s]"),
        ([datetime(2024, 1, 1, 9), datetime(2024, 1, 1, 10)], pl.Datetime, "datetime64[us]"),
        ([datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=i) for i in (0, 1)], pl.Datetime, "datetime64"),
        ([1, 2], pl.Int64, "int64"),
        ([1.5, 2.5], pl.Float64, "float64"),
        (["a", "b"], pl.String, "object"),
    ],
)
def test_periods_keep_their_kind(xs, polars_type, pandas_type):
    chart = spc.run_chart([1, 2], x=xs)
    assert chart.to_frame().schema["x"] == polars_type
    assert str(chart.to_frame("pandas").dtypes["x"]).startswith(pandas_type)


def test_a_frame_or_a_table_that_does_not_exist_is_refused_with_what_there_is():
    with pytest.raises(spc.SeriesError, match="Use polars or pandas"):
        CHART.to_frame("spark")
    with pytest.raises(spc.SeriesError, match="Use one of points, phases, signals"):
        CHART.to_frame(of="runs")


@pytest.mark.parametrize(
    ("missing", "asked", "answer"),
    [
        ("polars", None, "pandas"),
        ("pandas", None, "polars"),
        ("polars,pandas", None, "A data frame needs polars, or pandas, which is not installed. Type: pip install polars"),  # noqa: E501
        ("pandas", "pandas", "A data frame needs pandas, which is not installed. Type: pip install pandas"),
    ],
)  # fmt: skip
def test_where_one_is_not_installed_the_other_serves_and_without_both_it_says_what_to_type(
    missing, asked, answer, monkeypatch
):
    for name in missing.split(","):
        monkeypatch.setitem(sys.modules, name, None)  # how Python marks a module that cannot be imported
    try:
        found = type(CHART.to_frame(asked)).__module__.partition(".")[0]
    except ModuleNotFoundError as error:
        found = str(error)
    assert found == answer


def test_what_was_never_installed_is_found_out_too(monkeypatch):
    monkeypatch.delitem(sys.modules, "polars")
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.setattr(sys, "path_importer_cache", {})
    assert isinstance(CHART.to_frame(), pd.DataFrame)


def test_nothing_but_the_standard_library_is_imported_until_a_frame_is_asked_for():
    code = (
        "import sys, wellrun_spc as spc; spc.run_chart([1, 2]).svg(); spc.pareto(['a']); "
        "print({'polars', 'pandas', 'numpy', 'wellrun_spc.frames'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "set()"
