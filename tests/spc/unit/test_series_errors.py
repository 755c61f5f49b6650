"""Data that cannot be charted is refused in words that name the row and the remedy."""

# ruff: noqa: E501 - messages are quoted whole, so that they can be searched for

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import wellrun_spc as spc

DAYS = [date(2026, 4, 6), date(2026, 4, 13), date(2026, 4, 20)]


class NAType:
    """What pandas puts where a whole number is missing: it is no number and compares with nothing."""

    def __float__(self) -> float:
        raise TypeError

    def __bool__(self) -> bool:
        raise TypeError


def refusal(kind: str, *args: Any, **options: Any) -> spc.SeriesError:
    with pytest.raises(spc.SeriesError) as caught:
        spc.chart(*args, chart=kind, **options)
    return caught.value


def test_the_error_carries_its_parts() -> None:
    error = refusal("p", [1, 12], n=[10, 10], x=DAYS[:2])
    assert (error.row, error.x) == (2, DAYS[1])
    assert error.problem == "The numerator 12 is more than the denominator 10."
    assert error.remedy == "Check both numbers. If one case can count twice, use a u chart."
    assert str(error) == f"Row 2 (13 April 2026): {error.problem} {error.remedy}"
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    ("kind", "values", "options", "message"),
    [
        ("i", [], {}, "There are no values. Give at least one."),
        ("i", "1234", {}, "The values must be a sequence of numbers. Pass a list, a tuple or a column of numbers."),
        ("i", 5, {}, "The values must be a sequence of numbers. Pass a list, a tuple or a column of numbers."),
        ("i", [1, "three"], {}, "Row 2: The value “three” is not a number. Type a number, like 3, or leave it empty if it is missing."),
        ("i", [1, object], {}, "Row 2: The value “<class 'object'>” is not a number. Type a number, like 3, or leave it empty if it is missing."),
        ("i", [1, float("inf")], {}, "Row 2: The value is too large to compute with. Check it, and its unit. Leave it empty if it is missing."),
        ("i", [1, -1e301], {}, "Row 2: The value is too large to compute with. Check it, and its unit. Leave it empty if it is missing."),
        ("i", [1, 10**400], {}, "Row 2: The value is too large to compute with. Check it, and its unit. Leave it empty if it is missing."),
        ("i", [1e200, 1], {"multiply": 1e200}, "Row 1: The value is too large to compute with once it is multiplied. Use a smaller factor."),
        ("i", [1e200, 1], {"n": [1e-200, 1]}, "Row 1: The numerator divided by the denominator is too large to compute with. Check both numbers."),
        ("c", [3, -2], {}, "Row 2: The count -2 is below zero. Counts start at 0. Check the number, or leave it empty if it is missing."),
        ("u", [3, -2], {"n": [1, 1]}, "Row 2: The numerator -2 is below zero. Counts start at 0. Check the number, or leave it empty if it is missing."),
        ("p", [3, 1], {"n": [5, 0]}, "Row 2: The denominator is 0. It must be more than 0. Leave both numbers empty if nothing was counted."),
        ("u", [3, 1], {"n": [-5, 1]}, "Row 1: The denominator is -5. It must be more than 0. Leave both numbers empty if nothing was counted."),
        ("p", [3, 1], {"n": [5]}, "Found 2 values but 1 denominator. Give one for each value; use None where it is missing."),
        ("i", [3], {"notes": ["a", "b"]}, "Found 1 value but 2 notes. Give one for each value; use None where it is missing."),
        ("i", [3, 1], {"target": [5]}, "Found 2 values but 1 target. Give one for each value; use None where it is missing."),
        ("p", [3, 1], {}, "A p chart needs denominators. Give them as n, one for each value."),
        ("c", [3, 1], {"n": [1, 1]}, "A c chart has no denominators. Use a u chart for counts with denominators, or leave n out."),
        ("i", [3, 1], {"x": [1]}, "Found 2 values but 1 period in x. Give one period for each value."),
        ("i", [3, 1], {"target": "95%"}, "The target “95%” is not a number. Type a number, like 3, or leave it empty if it is missing."),
        ("i", [3, 1], {"rules": "nhs"}, "There is no rule set “nhs”. Use one of anhoej/1, bestbox/1, cutbox/1, ihi-run/1, life-qi/1, nelson/1, nhs-mdc/1, nhs-mdc/2, western-electric/1."),
        ("i", [3, 1], {"rules": ["nhs-mdc/1"]}, "There is no rule set “['nhs-mdc/1']”. Use one of anhoej/1, bestbox/1, cutbox/1, ihi-run/1, life-qi/1, nelson/1, nhs-mdc/1, nhs-mdc/2, western-electric/1."),
        ("xmr", [3, 1], {}, "There is no chart “xmr”. Use one of run, i, mr, p, u, c, i_prime, xbar, s, np, p_prime, u_prime, g, t."),
        ("i", [3, 1], {"direction": "up"}, "There is no direction “up”. Use one of increase, decrease, neutral."),
        ("i", [3, 1], {"screen": "twice"}, "There is no screening “twice”. Use one of once, never."),
        ("i", [3, 1], {"multiply": 0}, "The values cannot be multiplied by 0. Use a number above 0."),
        ("i", [3, 1], {"multiply": None}, "The values cannot be multiplied by None. Use a number above 0."),
        ("i", [3, 1], {"centre": "middle"}, "The centre line “middle” is not a number. Type a number, like 3, or leave it empty if it is missing."),
        ("i", [3, 1], {"excluded": [True]}, "Found 1 mark (True or False) but 2 points. Give one for each point, or name the points."),
    ],
)  # fmt: skip
def test_each_refusal_says_what_is_wrong_and_what_to_do(
    kind: str, values: object, options: dict[str, object], message: str
) -> None:
    assert str(refusal(kind, values, **options)) == message


@pytest.mark.parametrize(
    ("x", "message"),
    [
        ([DAYS[0], DAYS[0]], "Row 2 (6 April 2026): This period is already in row 1. Keep one row for each period, or add the rows together first."),
        ([DAYS[1], DAYS[0]], "Row 2 (6 April 2026): This period comes before the one above it (13 April 2026). Sort the rows from oldest to newest."),
        (["a", "a"], "Row 2 (a): This period is already in row 1. Keep one row for each period, or add the rows together first."),
        ([2, 1], "Row 2 (1): This period comes before the one above it (2). Sort the rows from oldest to newest."),
        ([DAYS[0], "a"], "Row 2 (a): The period is a label, but the first one is a date. Use one kind of period in the whole series."),
        ([DAYS[0], datetime(2026, 4, 7)], "Row 2 (7 April 2026): The period is a time, but the first one is a date. Use one kind of period in the whole series."),
        ([datetime(2026, 4, 6), datetime(2026, 4, 7, tzinfo=UTC)], "Row 2 (7 April 2026): The period is a time with a zone, but the first one is a time. Use one kind of period in the whole series."),
        ([1, DAYS[0]], "Row 2 (6 April 2026): The period is a date, but the first one is a number. Use one kind of period in the whole series."),
        ([DAYS[0], None], "Row 2: The period is missing or cannot be read. Give a date, a number or a label, or leave the row out."),
        (["a", " "], "Row 2: The period is missing or cannot be read. Give a date, a number or a label, or leave the row out."),
        ([1, float("nan")], "Row 2: The period is missing or cannot be read. Give a date, a number or a label, or leave the row out."),
    ],
)  # fmt: skip
def test_periods_must_rise_and_be_of_one_kind(x: list[object], message: str) -> None:
    assert str(refusal("i", [3, 1], x=x)) == message


def test_a_date_that_equals_nothing_counts_as_missing() -> None:
    class NotATime(datetime):
        def __eq__(self, other: object) -> bool:
            return False

        __hash__ = datetime.__hash__

    assert refusal("i", [3, 1], x=[DAYS[0], NotATime(2026, 4, 7)]).row == 2


def test_numbers_of_every_library_are_taken() -> None:
    values: list[object] = [1, 2.5, Decimal("3.5"), Fraction(1, 2), True, None, float("nan"), NAType()]
    assert [point.value for point in spc.i_chart(values).points] == [1, 2.5, 3.5, 0.5, 1, None, None, None]


def test_whole_numbers_stay_whole_along_x() -> None:
    chart = spc.i_chart([1, 2, 3], x=[1, Decimal(2), 3.5])
    assert [point.x for point in chart.points] == [1, 2, 3.5]


def test_any_iterable_will_do() -> None:
    chart = spc.i_chart((k for k in range(3)), x=iter("abc"), notes=iter(["", None, "moved"]))
    assert [(point.x, point.value, point.note) for point in chart.points] == [
        ("a", 0, ""),
        ("b", 1, ""),
        ("c", 2, "moved"),
    ]


def test_a_row_without_its_denominator_is_missing() -> None:
    chart = spc.p_chart([1, 2, 3], [10, None, 10])
    assert [point.value for point in chart.points] == [0.1, None, 0.3]
    assert (chart.points[1].numerator, chart.points[1].denominator) == (2, None)
