"""Totals, means and medians of values with gaps."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan


def total(values: Sequence[float]) -> float:
    """Sum of the values that are there, the same on every Python.

    What each addition rounds away is added up apart (Knuth's two-sum), so 36 times 0.1 is 3.6.
    """
    high = 0.0
    low = 0.0
    for value in values:
        if value == value:
            bigger = high + value
            added = bigger - high
            low += (high - (bigger - added)) + (value - added)
            high = bigger
    return high + low


def count(values: Sequence[float]) -> int:
    """How many values are there."""
    found = 0
    for value in values:
        if value == value:
            found += 1
    return found


def mean(values: Sequence[float]) -> float:
    """Mean of the values that are there; NaN where there is none."""
    found = count(values)
    return total(values) / found if found else nan


def median_of_sorted(values: Sequence[float]) -> float:
    """Median of values in rising order, none missing; NaN where there is none."""
    size = len(values)
    if size == 0:
        return nan
    half = size // 2
    if size % 2:
        return values[half]
    return values[half - 1] / 2 + values[half] / 2
