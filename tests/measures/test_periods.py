"""Periods on a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun.measures.values import next_period, snapped

DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
PERIODS = st.sampled_from(["day", "week", "month", "quarter", "year", "point"])


@pytest.mark.parametrize(
    ("day", "period", "anchor", "expected"),
    [
        (date(2026, 4, 16), "week", date(2026, 4, 6), date(2026, 4, 13)),
        (date(2026, 4, 16), "week", date(2026, 4, 3), date(2026, 4, 10)),
        (date(2026, 4, 16), "week", None, date(2026, 4, 13)),
        (date(2026, 4, 16), "month", date(2026, 1, 1), date(2026, 4, 1)),
        (date(2026, 2, 3), "month", date(2025, 12, 31), date(2026, 2, 28)),
        (date(2028, 2, 3), "month", date(2026, 2, 28), date(2028, 2, 29)),
        (date(2026, 5, 16), "quarter", date(2025, 1, 1), date(2026, 4, 1)),
        (date(2026, 5, 16), "quarter", date(2025, 2, 1), date(2026, 5, 1)),
        (date(2026, 1, 16), "quarter", date(2025, 2, 1), date(2025, 11, 1)),
        (date(2026, 3, 16), "year", date(2020, 4, 1), date(2025, 4, 1)),
        (date(2026, 3, 16), "year", None, date(2026, 1, 1)),
        (date(2026, 3, 16), "day", date(2026, 1, 1), date(2026, 3, 16)),
        (date(2026, 3, 16), "point", date(2026, 1, 1), date(2026, 3, 16)),
    ],
)
def test_a_date_belongs_to_the_period_it_falls_in(
    day: date, period: str, anchor: date | None, expected: date
) -> None:
    assert snapped(day, period, anchor) == expected


@pytest.mark.parametrize(
    ("latest", "period", "expected"),
    [
        (date(2026, 4, 6), "week", date(2026, 4, 13)),
        (date(2026, 12, 1), "month", date(2027, 1, 1)),
        (date(2026, 1, 31), "month", date(2026, 2, 28)),
        (date(2026, 2, 28), "month", date(2026, 3, 31)),
        (date(2025, 11, 1), "quarter", date(2026, 2, 1)),
        (date(2024, 2, 29), "year", date(2025, 2, 28)),
        (date(2026, 4, 6), "day", date(2026, 4, 7)),
    ],
)
def test_the_next_period_follows_on_the_same_calendar(latest: date, period: str, expected: date) -> None:
    assert next_period(latest, period) == expected


@given(DAYS, PERIODS, DAYS)
def test_the_start_of_a_period_belongs_to_it(day: date, period: str, anchor: date) -> None:
    start = snapped(day, period, anchor)
    assert snapped(start, period, anchor) == start


@given(DAYS, PERIODS)
def test_every_day_lies_between_its_period_and_the_next(start: date, period: str) -> None:
    following = next_period(start, period)
    assert snapped(start, period, start) == start
    assert start < following
    assert snapped(following, period, start) == following


@given(DAYS, st.integers(0, 6))
def test_all_days_of_a_week_share_it(anchor: date, later: int) -> None:
    assert snapped(anchor + timedelta(days=later), "week", anchor) == anchor
