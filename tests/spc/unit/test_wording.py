"""Numbers, dates and periods as people write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from wellrun_spc import wording


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234, "1,234"), (4.8, "4.8"), (0, "0"), (3.0, "3"), (-0.0, "0"),
        (0.0456, "0.0456"), (99.96, "100"), (12345.678, "12,346"), (-2.5, "-2.5"),
        (1e20, "1e+20"), (1.5e16, "1.5e+16"), (100, "100"), (1230, "1,230"),
    ],
)  # fmt: skip
def test_a_number_alone_has_about_three_digits(value: float, text: str) -> None:
    assert wording.format_value(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0.9531, "95.3%"), (0.95, "95%"), (1, "100%"), (0.00123, "0.123%"), (0, "0%")]
)
def test_a_proportion_is_a_percentage(value: float, text: str) -> None:
    assert wording.format_value(value, percent=True) == text


def test_numbers_beside_others_have_the_decimals_that_tell_them_apart() -> None:
    limits = [0, 3.4123, 8.934]
    assert [wording.format_value(limit, reference=limits) for limit in limits] == ["0", "3.4", "8.9"]
    assert wording.format_value(340.7, reference=[300, 420]) == "341"
    assert wording.format_value(0.9531, percent=True, reference=[0.951, 0.955]) == "95.31%"
    assert wording.format_value(3.1415, reference=2.0) == "3.1"


def test_columns_of_figures_keep_their_zeros() -> None:
    assert wording.format_value(3, decimals=1) == "3.0"
    assert wording.format_value(0.5, decimals=1, percent=True) == "50.0%"
    assert wording.format_value(-0.001, decimals=1) == "0.0"
    assert wording.format_value(1234.5, decimals=0) == "1,234"
    assert wording.format_value(1.5e297, decimals=1) == "1.5e+297"


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ([0, 3.4, 8.9], 1), ([300, 420], 0), ([0.95, 0.96], 4), ([], 0), ([None, float("nan")], 0),
        ([0, 0], 0), ([7, 7], 1), ([1e20, 0], 0), ([1e-30, 0], 12), ([0, 20], 0), ([0, 19.9], 1),
    ],
)  # fmt: skip
def test_the_last_digit_is_at_most_a_twentieth_of_the_spread(values: list[float], decimals: int) -> None:
    assert wording.decimals_for(values) == decimals


@pytest.mark.parametrize(("value", "decimals"), [(2.45, 2), (95, 0), (0.1, 1), (1 / 3, 4), (0, 0)])
def test_a_number_that_someone_typed_keeps_its_decimals(value: float, decimals: int) -> None:
    assert wording.decimals_of(value) == decimals


def test_dates_are_written_in_full() -> None:
    assert wording.format_date(date(2026, 4, 14)) == "14 April 2026"
    assert wording.format_date(datetime(2026, 4, 14, 9, 5)) == "14 April 2026, 09:05"
    assert wording.format_date(datetime(2026, 4, 14)) == "14 April 2026"


@pytest.mark.parametrize(
    ("x", "period", "text"),
    [
        (date(2026, 4, 14), "week", "week of 14 April 2026"),
        (date(2026, 4, 1), "month", "April 2026"),
        (date(2026, 4, 1), "quarter", "2026 Q2"),
        (date(2026, 12, 31), "quarter", "2026 Q4"),
        (date(2026, 1, 1), "year", "2026"),
        (date(2026, 4, 14), "day", "14 April 2026"),
        (24, "point", "point 24"),
        (0.5, "point", "point 0.5"),
        ("Ward 3", "point", "Ward 3"),
    ],
)
def test_periods_have_names(x: object, period: str, text: str) -> None:
    assert wording.format_period(x, period) == text


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ([0, 1, 2, 3, 6, 7], "day"), ([0, 7, 14, 35, 42], "week"), ([0, 31, 59, 90, 151], "month"),
        ([0, 90, 181, 273], "quarter"), ([0, 365, 731], "year"), ([0, 14, 28], "point"), ([0], "point"),
        ([0, 2, 4], "point"),
    ],
)  # fmt: skip
def test_the_usual_gap_between_dates_names_the_period(days: list[int], period: str) -> None:
    assert wording.period_of([date(2026, 1, 1) + timedelta(days=day) for day in days]) == period


def test_numbers_labels_and_nothing_are_points() -> None:
    assert wording.period_of([1, 2, 3]) == "point"
    assert wording.period_of(["a", "b"]) == "point"
    assert wording.period_of([]) == "point"


def test_counts_of_periods_are_singular_or_plural() -> None:
    assert [wording.plural("week", count) for count in (0, 1, 9, 1200)] == [
        "0 weeks", "1 week", "9 weeks", "1,200 weeks",
    ]  # fmt: skip
