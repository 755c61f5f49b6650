"""Values, numerators and denominators: numbers, or missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf, nan
from typing import Any, cast

from wellrun_spc.series.errors import SeriesError
from wellrun_spc.wording import plural

LARGEST = 1e300
"""Room below the largest float, so that sums, ranges and limits of the largest values are still numbers."""

LARGEST_COUNT = 1e15
"""Counts of more than this are slips of the hand: the next one could not be told from them."""

_PLAIN = (float, int)


def numbers(given: Iterable[object], name: str) -> list[float]:
    """Each as a float, NaN where missing (``None``, NaN, pandas' NA); raises `SeriesError` naming the row."""
    # asking whether something can be looped over takes longer than reading five numbers
    is_plain = type(given) is list
    if not is_plain and (isinstance(given, (str, bytes, dict)) or not isinstance(given, Iterable)):
        raise SeriesError(
            f"The {name}s must be a sequence of numbers.",
            remedy="Pass a list, a tuple or a column of numbers.",
        )
    return [
        float(value) if type(value) in _PLAIN and -LARGEST < value < LARGEST else number(value, name, row)
        for row, value in enumerate(cast("Iterable[float]", given), 1)
    ]


def number(value: Any, name: str, row: int | None = None) -> float:
    """One number as a float, NaN where missing."""
    # pandas marks a missing whole number with its own NA, which is not a number and equals nothing
    if value is None or type(value).__name__ == "NAType":
        return nan
    if not hasattr(value, "__float__") and not hasattr(value, "__index__"):
        raise SeriesError(
            f"The {name} “{value}” is not a number.",
            remedy="Type a number, like 3, or leave it empty if it is missing.",
            row=row,
        )
    try:
        found = float(value)
    except OverflowError:
        found = inf
    if abs(found) > LARGEST:
        raise SeriesError(
            f"The {name} is too large to compute with.",
            remedy="Check it, and its unit. Leave it empty if it is missing.",
            row=row,
        )
    return found


def require_counts(values: Sequence[float], xs: Sequence[object], name: str) -> None:
    """Counts start at zero."""
    for row, value in enumerate(values, 1):
        if value < 0:
            raise SeriesError(
                f"The {name} {value:g} is below zero.",
                remedy="Counts start at 0. Check the number, or leave it empty if it is missing.",
                row=row,
                x=xs[row - 1],
            )


def require_times(values: Sequence[float], xs: Sequence[object]) -> None:
    """Some time passes between one event and the next."""
    for row, value in enumerate(values, 1):
        if value <= 0:
            raise SeriesError(
                f"The time between events is {value:g}.",
                remedy="It must be more than 0. Use a finer unit, such as hours, for events on one day.",
                row=row,
                x=xs[row - 1],
            )


def require_denominators(values: Sequence[float], xs: Sequence[object]) -> None:
    """Nothing can be divided by zero, or by less."""
    for row, value in enumerate(values, 1):
        if value <= 0:
            raise SeriesError(
                f"The denominator is {value:g}.",
                remedy="It must be more than 0. Leave both numbers empty if nothing was counted.",
                row=row,
                x=xs[row - 1],
            )


def require_parts(numerators: Sequence[float], denominators: Sequence[float], xs: Sequence[object]) -> None:
    """A proportion is a part of a whole."""
    for row, (part, whole) in enumerate(zip(numerators, denominators, strict=True), 1):
        if part > whole:
            raise SeriesError(
                f"The numerator {part:g} is more than the denominator {whole:g}.",
                remedy="Check both numbers. If one case can count twice, use a u chart.",
                row=row,
                x=xs[row - 1],
            )


def require_same_length(values: int, others: int, name: str) -> None:
    """Columns go together row by row."""
    if values != others:
        raise SeriesError(
            f"Found {plural('value', values)} but {plural(name, others)}.",
            remedy="Give one for each value; use None where it is missing.",
        )
