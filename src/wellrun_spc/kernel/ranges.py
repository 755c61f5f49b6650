"""Moving ranges: how far each value is from the one before."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from math import nan, sqrt

from wellrun_spc.kernel.averages import mean


def moving_ranges(values: Sequence[float], bridge: bool, ranges: MutableSequence[float]) -> None:
    """Fill ``ranges`` with each value's distance from the one before it; NaN for the first.

    A gap leaves both ranges that touch it missing, unless ``bridge``: then the value after a gap is
    compared with the last one before it.
    """
    before = nan
    for position in range(len(values)):
        value = values[position]
        ranges[position] = abs(value - before)
        if value == value or not bridge:
            before = value


def screened_mean(ranges: Sequence[float], cut: float) -> tuple[float, int]:
    """Mean range once those above ``cut`` times the first mean are dropped, and how many were (Nelson 1982).

    Strictly above, so that nothing is dropped where nothing varies. A ``cut`` of 0 screens nothing.
    """
    first = mean(ranges)
    edge = cut * first
    if not edge > 0:
        return first, 0
    kept = [nan] * len(ranges)
    dropped = 0
    for position in range(len(ranges)):
        if ranges[position] > edge:
            dropped += 1
        else:
            kept[position] = ranges[position]
    if dropped == 0:
        return first, 0
    return mean(kept), dropped


def weighted_ranges(
    values: Sequence[float], sizes: Sequence[float], bridge: bool, ranges: MutableSequence[float]
) -> None:
    """Fill ``ranges`` with each value's distance from the one before it over sqrt(1 / size + 1 / its size).

    NaN for the first, and at gaps, which ``bridge`` spans as in `moving_ranges`.
    """
    before = nan
    size_before = nan
    for position in range(len(values)):
        value = values[position]
        size = sizes[position]
        ranges[position] = abs(value - before) * sqrt(size) * sqrt(size_before / (size + size_before or 1.0))
        if value == value or not bridge:
            before = value
            size_before = size
