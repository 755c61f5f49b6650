"""One phase made ready: the values that are plotted, left-out points gone, and whether they can be used."""

from __future__ import annotations

from math import inf, nan
from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.jit import inner
from wellrun_spc.panel.compiled.records import (
    C_CHART,
    LINED,
    MR_CHART,
    P_CHART,
    U_CHART,
    Choices,
    Flags,
    Floats,
    Places,
)

LARGEST = 1e300

VALUES, TOPS, BOTTOMS, SIGMA, ROOM = range(5)
"""Rows of the scratch: what is plotted; numerators and denominators that have a value; standard errors; room.

The scratch is one column, row after row, so that what is plotted may stand in it or in the data themselves.
"""


class Loaded(NamedTuple):
    """How a phase was loaded."""

    size: int
    base: int
    """How many of these set the line."""
    least: float
    """The smallest denominator of a point that has a value, or the largest standard error of a chart whose
    lines are computed beforehand; NaN where there is none."""
    is_wrong: bool
    """A number that cannot be computed with is among them."""


@inner
def scratch_for(size: int) -> Floats:
    """Scratch for phases of up to ``size`` points."""
    return np.empty(5 * size)


@inner
def load(
    choices: Choices, values: Floats, denominators: Floats, excluded: Flags, start: int, stop: int,
    baseline: int, work: Floats, places: Places,
) -> Loaded:  # fmt: skip
    """Fill the scratch with one phase, ``start`` to before ``stop``; its limits are set before ``baseline``.

    Where points are left out, ``places`` says where those that stay stand among all points.
    """
    size = stop - start
    least, is_wrong = nan, False
    if choices.chart >= LINED:
        least = _beside_errors(values, denominators, start, size, work)
    elif len(denominators) == 0:
        least_value = 0.0 if choices.chart == C_CHART else -LARGEST
        for place in range(size):
            value = values[start + place]
            work[place] = value
            is_wrong |= (value > LARGEST) | (value < least_value)
    else:
        least, is_wrong = _divide(choices.chart, values, denominators, start, size, work)
    if choices.chart == MR_CHART:
        _to_ranges(choices.bridge, size, work)
    most = LARGEST / choices.times if choices.times != 1.0 and choices.chart < LINED else inf
    for place in range(size):
        is_wrong |= abs(work[place]) > most
    if len(excluded) == 0:
        return Loaded(size, baseline - start, least, is_wrong)
    kept, base = _leave_out(excluded, start, size, baseline, work, places)
    return Loaded(kept, base, least, is_wrong)


@inner
def bounds_of(choices: Choices) -> tuple[float, float]:
    """The least and the most that a value that is plotted as it is may be, before it is multiplied."""
    most = LARGEST / max(choices.times, 1.0)
    return (0.0 if choices.chart == C_CHART else -most), most


@inner
def _beside_errors(values: Floats, errors: Floats, start: int, size: int, work: Floats) -> float:
    """Values with the standard errors that were computed for them; return the largest."""
    width, widest = len(work) // 5, -inf
    for place in range(size):
        error = errors[start + place]
        work[place] = values[start + place]
        work[BOTTOMS * width + place] = error
        widest = max(widest, error)
    return widest if widest > -inf else nan


@inner
def _divide(
    chart: int, values: Floats, denominators: Floats, start: int, size: int, work: Floats
) -> tuple[float, bool]:
    width = len(work) // 5
    least, is_wrong = inf, False
    lowest = 0.0 if chart in (P_CHART, U_CHART) else -LARGEST
    for place in range(size):
        part, whole = values[start + place], denominators[start + place]
        value = part / whole
        there = value == value
        work[place] = value
        work[TOPS * width + place] = part if there else nan
        work[BOTTOMS * width + place] = whole if there else nan
        least = whole if there and whole < least else least
        is_wrong |= (part > LARGEST) | (part < lowest) | (whole > LARGEST) | (whole <= 0)
        is_wrong |= (abs(value) > LARGEST) | ((chart == P_CHART) & (part > whole))
    return (least if least < inf else nan), is_wrong


@inner
def _to_ranges(bridge: bool, size: int, work: Floats) -> None:
    before = nan
    for place in range(size):
        value = work[place]
        work[place] = abs(value - before)
        before = value if value == value or not bridge else before


@inner
def _leave_out(
    excluded: Flags, start: int, size: int, baseline: int, work: Floats, places: Places
) -> tuple[int, int]:
    width = len(work) // 5
    kept, base = 0, 0
    for place in range(size):
        if excluded[start + place]:
            continue
        for row in (VALUES, TOPS, BOTTOMS):
            work[row * width + kept] = work[row * width + place]
        places[kept] = start + place
        kept += 1
        base += start + place < baseline
    return kept, base


@inner
def point_of(start: int, place: int, places: Places) -> int:
    """Where a place of a loaded phase stands among all points."""
    return start + place if len(places) == 0 else places[place]
