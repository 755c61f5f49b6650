"""Rows with dates become periods: none is lost, none is invented, and slips are named."""

# ruff: noqa: E501 - messages are quoted whole, so that they can be searched for

from __future__ import annotations

from datetime import date, datetime
from math import nan

import pytest

import wellrun_spc as spc

DAYS = ["2026-01-30", "2026-03-20", "2026-03-02"]
JANUARY, FEBRUARY, MARCH = (date(2026, month, 1) for month in (1, 2, 3))


class NAType:
    """What pandas puts where a whole number is missing: it equals nothing, and is neither true nor false."""

    def __eq__(self, other: object) -> bool:
        raise TypeError

    __hash__ = None  # type: ignore[assignment]


def test_counts_are_of_all_rows_and_0_where_there_is_none() -> None:
    assert spc.aggregate(DAYS) == spc.Aggregated(
        x=(JANUARY, FEBRUARY, MARCH), values=(1.0, 0.0, 2.0), n=(1, 0, 2)
    )


def test_counts_of_values_leave_out_rows_without_one() -> None:
    assert spc.aggregate(DAYS, ["fall", None, "fall"]).values == (1.0, 0.0, 1.0)
    assert spc.aggregate(DAYS, [1, nan, 3]).values == (1.0, 0.0, 1.0)
    assert spc.aggregate(DAYS, [1, NAType(), 3]).values == (1.0, 0.0, 1.0)


def test_sums_are_0_where_there_is_no_row_and_missing_where_no_row_has_a_value() -> None:
    assert spc.aggregate(DAYS, [1.5, 2, 3], how="sum").values == (1.5, 0.0, 5.0)
    assert spc.aggregate(DAYS, [None, 2, 3], how="sum").values == (None, 0.0, 5.0)


def test_means_are_missing_where_there_is_nothing() -> None:
    found = spc.aggregate(DAYS, [1.5, 2, None], how="mean")
    assert (found.values, found.n) == ((1.5, None, 2.0), (1, None, 1))


def test_shares_go_into_a_p_chart_as_they_are() -> None:
    found = spc.aggregate(DAYS, [True, False, 1], how="share")
    assert (found.values, found.n) == ((1.0, None, 1.0), (1, None, 2))
    chart = spc.p_chart(found.values, found.n, x=found.x)
    assert [point.value for point in chart.points] == [1.0, None, 0.5]


@pytest.mark.parametrize(
    ("to", "starts"),
    [
        ("day", ["2025-12-31", "2026-01-04", "2026-01-05", "2026-05-17"]),
        ("week", ["2025-12-29", "2025-12-29", "2026-01-05", "2026-05-11"]),
        ("month", ["2025-12-01", "2026-01-01", "2026-01-01", "2026-05-01"]),
        ("quarter", ["2025-10-01", "2026-01-01", "2026-01-01", "2026-04-01"]),
        ("year", ["2025-01-01", "2026-01-01", "2026-01-01", "2026-01-01"]),
    ],
)
def test_weeks_start_on_monday_and_other_periods_on_their_first_day(to: str, starts: list[str]) -> None:
    days = ["2025-12-31", date(2026, 1, 4), datetime(2026, 1, 5, 23, 59), " 2026-05-17 "]
    assert [day.isoformat() for day in spc.period_starts(days, to=to)] == starts


@pytest.mark.parametrize(
    ("to", "count"), [("day", 366), ("week", 53), ("month", 13), ("quarter", 5), ("year", 2)]
)
def test_every_period_between_the_first_and_the_last_is_there(to: str, count: int) -> None:
    found = spc.aggregate(["2026-01-01", "2027-01-01"], to=to)
    assert len(found.x) == count
    assert sum(value or 0 for value in found.values) == 2


def test_a_quiet_end_is_asked_for() -> None:
    found = spc.aggregate(DAYS, first=date(2025, 12, 24), last="2026-04-30")
    assert found.values == (0.0, 1.0, 0.0, 2.0, 0.0)
    assert spc.aggregate([], to="week", first="2026-01-05", last="2026-01-12").values == (0.0, 0.0)


def test_rows_of_a_period_are_a_subgroup() -> None:
    chart = spc.xbar_chart([4, 6, 5, 7], subgroup=spc.period_starts([*DAYS, "2026-01-02"]))
    assert [(point.x, point.value) for point in chart.points] == [(JANUARY, 5.5), (MARCH, 5.5)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"dates": ["2026-01-30", "soon"]}, "Row 2: The date is missing or cannot be read. Give a date such as 2026-04-14."),
        ({"dates": ["2026-01-30", None]}, "Row 2: The date is missing or cannot be read. Give a date such as 2026-04-14."),
        ({"dates": "2026-01-30"}, "The dates must be a sequence. Give one date for each row."),
        ({"dates": []}, "There are no rows. Give at least one, or the first and the last period."),
        ({"dates": DAYS, "to": "fortnight"}, "There is no period “fortnight”. Use one of day, week, month, quarter, year."),
        ({"dates": DAYS, "how": "median"}, "There is no way “median”. Use one of count, sum, mean, share."),
        ({"dates": DAYS, "how": "mean"}, "A mean needs values. Give one for each date."),
        ({"dates": DAYS, "how": "sum", "values": [1, "x", 2]}, "Row 2: The value “x” is not a number. Type a number, like 3, or leave it empty if it is missing."),
        ({"dates": DAYS, "how": "share", "values": [1, 0, 2]}, "Row 3: The value 2 is neither true nor false. For a share give 1 where it is so, and 0 where it is not."),
        ({"dates": DAYS, "values": [1]}, "Found 1 value but 3 dates. Give one for each value; use None where it is missing."),
        ({"dates": DAYS, "last": "2026-02-01"}, "Row 2 (1 March 2026): The date is outside the first and last period that were asked for. Leave the row out, or ask for a longer time."),
        ({"dates": DAYS, "first": "2026-02-01"}, "Row 1 (1 January 2026): The date is outside the first and last period that were asked for. Leave the row out, or ask for a longer time."),
        ({"dates": ["0206-01-30", "2026-01-30"], "to": "day"}, "From 0206-01-30 to 2026-01-30 there are more than 100,000 days. Check the first date and the last."),
    ],
)  # fmt: skip
def test_slips_are_named(words: dict[str, object], message: str) -> None:
    with pytest.raises(spc.SeriesError) as refused:
        spc.aggregate(**words)  # type: ignore[arg-type]
    assert str(refused.value) == message


def test_a_missing_time_of_pandas_is_missing() -> None:
    pandas = pytest.importorskip("pandas")
    with pytest.raises(spc.SeriesError, match="Row 1: The date is missing"):
        spc.aggregate([pandas.NaT])


def test_the_first_week_there_is_starts_on_its_first_day() -> None:
    assert spc.period_starts([date.min, date.max], to="week")[0] == date.min
    assert spc.period_starts([date.max], to="quarter") == (date(9999, 10, 1),)
