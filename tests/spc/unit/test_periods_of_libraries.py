"""Periods as NumPy, pandas and Polars have them are those of Python."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

import wellrun_spc as spc

DAYS = [date(2024, month, 1) for month in range(1, 13)]
VALUES = [4.5, 3, 5, 4, 6, 5, 3, 4, 5, 6, 4, 5]


@pytest.mark.parametrize(
    "x",
    [
        np.array(DAYS, "datetime64[D]"),
        np.array(DAYS, "datetime64[M]"),
        pd.Series(pd.period_range("2024-01", periods=12, freq="M")),
        pd.period_range("2024-01", periods=12, freq="M"),
        pl.Series(DAYS),
    ],
)
def test_whole_days_and_months_are_dates(x: Any) -> None:
    chart = spc.i_chart(VALUES, x=x)
    assert [point.x for point in chart.points] == DAYS
    assert {type(point.x) for point in chart.points} == {date}
    assert chart.period == "month"


@pytest.mark.parametrize(
    "x",
    [
        pd.Series(pd.to_datetime(DAYS)).to_numpy(),
        np.array(DAYS, "datetime64[ns]"),
        np.array(DAYS, "datetime64[s]"),
        pd.Series(pd.to_datetime(DAYS)),
        pd.Series([pd.Period(day, "h") for day in DAYS]),
    ],
)
def test_moments_stay_moments(x: Any) -> None:
    chart = spc.i_chart(VALUES, x=x)
    assert [point.x for point in chart.points] == [datetime(day.year, day.month, day.day) for day in DAYS]
    assert chart.period == "month"


def test_a_missing_moment_is_refused_with_its_row() -> None:
    with pytest.raises(spc.SeriesError, match="Row 2: The period is missing or cannot be read"):
        spc.i_chart([1, 2], x=np.array(["2024-01-01", "NaT"], "datetime64[ns]"))
