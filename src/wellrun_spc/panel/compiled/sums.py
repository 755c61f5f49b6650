"""Sums of values and of their moving ranges, the same to the last bit as those of the kernel.

An addition loses the same rounding error however it is caught: by Neumaier's branch in the kernel, and here
without one, by Knuth's two-sum. Adding 0 for what is missing changes nothing.

Places are unsigned: signed ones are checked for counting from the end, which keeps the processor from taking
four numbers at a time.
"""

from __future__ import annotations

from math import nan
from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.jit import inner
from wellrun_spc.panel.compiled.records import Floats

LANES = 16
"""So many phases of one length are summed side by side."""
_LANES = np.uint64(LANES)
_ONE = np.uint64(1)
HIGH, LOW, RANGE_HIGH, RANGE_LOW, WIDEST = (np.uint64(row * LANES) for row in range(5))
"""Where rows of the lanes begin in their room: sums, the rounding they lost, and the widest range."""


class Sums(NamedTuple):
    """Sums over the baseline, each with the rounding that was caught."""

    values: float
    ranges: float
    widest: float


@inner
def sums_of(values: Floats, at: int, base: int) -> Sums:
    """Total of ``base`` points from ``at``, of their moving ranges, and the widest range."""
    high, low, range_high, range_low, widest, before = 0.0, 0.0, 0.0, 0.0, 0.0, nan
    first = np.uint64(at)
    for place in range(np.uint64(base)):
        value = values[first + place]
        step = abs(value - before)
        before = value
        value = value if value == value else 0.0
        step = step if step == step else 0.0
        widest = max(widest, step)
        bigger = high + value
        part = bigger - high
        low += (high - (bigger - part)) + (value - part)
        high = bigger
        bigger = range_high + step
        part = bigger - range_high
        range_low += (range_high - (bigger - part)) + (step - part)
        range_high = bigger
    return Sums(high + low, range_high + range_low, widest)


@inner
def lanes_for(longest: int) -> Floats:
    """Room for `sum_lanes`: five rows of sums, then the points in turn."""
    return np.empty((5 + longest) * LANES)


@inner
def sum_lanes(values: Floats, at: int, size: int, room: Floats) -> None:
    """`sums_of` for `LANES` phases of ``size`` points each, which follow each other from ``at``."""
    first, length, points = np.uint64(at), np.uint64(size), np.uint64(5 * LANES)
    for place in range(length):
        for lane in range(_LANES):
            room[points + place * _LANES + lane] = values[first + lane * length + place]
    for lane in range(_LANES):
        value = room[points + lane]
        room[HIGH + lane] = value if value == value else 0.0
        room[LOW + lane], room[RANGE_HIGH + lane], room[RANGE_LOW + lane], room[WIDEST + lane] = (
            0.0,
            0.0,
            0.0,
            0.0,
        )
    for place in range(_ONE, length):
        here, before = points + place * _LANES, points + (place - _ONE) * _LANES
        for lane in range(_LANES):
            value = room[here + lane]
            step = abs(value - room[before + lane])
            value = value if value == value else 0.0
            step = step if step == step else 0.0
            high = room[HIGH + lane]
            bigger = high + value
            part = bigger - high
            room[LOW + lane] += (high - (bigger - part)) + (value - part)
            room[HIGH + lane] = bigger
            high = room[RANGE_HIGH + lane]
            bigger = high + step
            part = bigger - high
            room[RANGE_LOW + lane] += (high - (bigger - part)) + (step - part)
            room[RANGE_HIGH + lane] = bigger
            widest = room[WIDEST + lane]
            room[WIDEST + lane] = max(widest, step)


@inner
def sums_in(room: Floats, lane: int) -> Sums:
    """The sums of one lane."""
    at = np.uint64(lane)
    return Sums(
        room[HIGH + at] + room[LOW + at], room[RANGE_HIGH + at] + room[RANGE_LOW + at], room[WIDEST + at]
    )
