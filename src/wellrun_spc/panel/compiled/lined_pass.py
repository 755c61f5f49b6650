"""The pass that computes the lines of charts with formulas of their own: np, p', u', I', g and t.

It runs the functions of the kernel in the steps of `wellrun_spc.limits`, phase by phase, and leaves the
values that are judged and a standard error at every point. The other passes then need none of these formulas.
"""

from __future__ import annotations

from math import inf, nan, pi, sqrt
from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.jit import entry, inner
from wellrun_spc.panel.compiled.lined_load import (
    BETWEEN,
    BOTTOMS,
    NUMBERS,
    PROPORTIONS,
    RANGES,
    ROOTS,
    TOPS,
    VALUES,
    WEIGHTED,
    Asked,
    fill_judged,
    gather,
    has_parts,
    span_of,
)
from wellrun_spc.panel.compiled.lines import sort
from wellrun_spc.panel.compiled.load import LARGEST
from wellrun_spc.panel.compiled.records import (
    CENTRE,
    FINE,
    MEAN_RANGE,
    MIDDLE,
    Counts,
    Cuts,
    Data,
    Floats,
)
from wellrun_spc.panel.compiled.sources import (
    count,
    mean,
    median_of_sorted,
    moving_ranges,
    screened_mean,
    total,
    weighted_ranges,
)

D2 = 2 / sqrt(pi)
SIGMA_Z = 3
"""Row of the lines after the middle: how many times more p' and u' charts vary than their formula says."""


@inner
def _fill_errors(
    error: float, wholes: Floats, scale: float, start: int, stop: int, judged: Floats, errors: Floats
) -> float:
    """An error over the root of each share of the largest denominator; return the largest."""
    widest = -inf
    for point in range(start, stop):
        root = sqrt(wholes[point] / scale) if judged[point] == judged[point] else nan
        if root != root:
            errors[point] = nan
        else:
            errors[point] = error / root if root > 0.0 else error * inf
        widest = max(widest, errors[point]) if errors[point] == errors[point] else widest
    return widest


@inner
def _laney(
    asked: Asked, level: float, size: int, wholes: Floats, scale: float, start: int, stop: int,
    judged: Floats, errors: Floats, room: Floats,
) -> tuple[float, float]:  # fmt: skip
    """`laney_lines`: fill in the errors; return the largest, and sigma z."""
    unit = level * (1 - level) if asked.kind == PROPORTIONS else level
    for place in range(size):
        room[VALUES, place] = (room[VALUES, place] - level) * sqrt(room[ROOTS, place])
    moving_ranges(room[VALUES, :size], asked.bridge, room[RANGES, :size])
    mean_range, _ = screened_mean(room[RANGES, :size], asked.cut)
    error = mean_range / D2 if unit >= 0.0 else nan
    sigma_z = error * sqrt(scale) / sqrt(unit) if unit > 0.0 else nan
    return _fill_errors(error, wholes, scale, start, stop, judged, errors), sigma_z


@inner
def _weighted(
    asked: Asked, size: int, wholes: Floats, scale: float, start: int, stop: int, judged: Floats,
    errors: Floats, room: Floats,
) -> float:  # fmt: skip
    """`weighted_lines`: fill in the errors; return the largest."""
    weighted_ranges(room[VALUES, :size], room[ROOTS, :size], asked.bridge, room[RANGES, :size])
    mean_range, _ = screened_mean(room[RANGES, :size], asked.cut)
    return _fill_errors(sqrt(pi / 2) * mean_range, wholes, scale, start, stop, judged, errors)


@inner
def _numbers(level: float, wholes: Floats, start: int, stop: int, judged: Floats, errors: Floats) -> float:
    """`number_lines`: fill in the errors; return the largest."""
    spread = sqrt(level * (1 - level)) if 0.0 <= level <= 1.0 else nan
    widest = -inf
    for point in range(start, stop):
        errors[point] = spread / sqrt(wholes[point]) if judged[point] == judged[point] else nan
        widest = max(widest, errors[point]) if errors[point] == errors[point] else widest
    return widest


@inner
def _level(asked: Asked, size: int, wholes: Floats, start: int, stop: int, room: Floats) -> float:
    """The centre of a chart with denominators."""
    if asked.centre == asked.centre:
        return asked.centre / span_of(wholes, start, stop)[1] if asked.kind == NUMBERS else asked.centre
    if count(room[VALUES, :size]) == 0:
        return nan
    return total(room[TOPS, :size]) / total(room[BOTTOMS, :size])


@inner
def _is_no_share(asked: Asked, wholes: Floats, start: int, stop: int) -> bool:
    """Whether a centre that is given for an np chart is no proportion of one denominator."""
    if asked.kind != NUMBERS or asked.centre != asked.centre:
        return False
    least, most = span_of(wholes, start, stop)
    return bool(least < most or asked.centre > most)


@inner
def _between(
    asked: Asked, size: int, start: int, stop: int, errors: Floats, room: Floats
) -> tuple[float, float]:
    """`gap_lines`: fill in the errors; return the mean of the gaps and their median."""
    known = 0
    for place in range(size):
        if room[VALUES, place] == room[VALUES, place]:
            room[RANGES, known] = room[VALUES, place]
            known += 1
    in_order = room[RANGES, :known]
    sort(in_order, known)
    average = asked.centre if asked.centre == asked.centre else mean(room[VALUES, :size])
    errors[start:stop] = sqrt(average) * sqrt(average + 1) if average >= 0.0 else nan
    return average, median_of_sorted(in_order)


@inner
def _times(
    asked: Asked, size: int, start: int, stop: int, errors: Floats, room: Floats
) -> tuple[float, float]:
    """`time_lines`: fill in the errors; return the centre as it is judged, and the mean range."""
    moving_ranges(room[VALUES, :size], asked.bridge, room[RANGES, :size])
    mean_range, _ = screened_mean(room[RANGES, :size], asked.cut)
    errors[start:stop] = asked.factor * mean_range
    return asked.centre if asked.centre == asked.centre else mean(room[VALUES, :size]), mean_range


class Computed(NamedTuple):
    """The lines of one phase; NaN where there is none."""

    centre: float
    mean_range: float
    middle: float
    sigma_z: float
    widest: float
    """The largest standard error, where the formula knows no bound."""


@inner
def _parted(
    asked: Asked, size: int, wholes: Floats, start: int, stop: int, judged: Floats, errors: Floats,
    room: Floats,
) -> Computed:  # fmt: skip
    """The lines of a chart with denominators; fill in the errors."""
    centre = _level(asked, size, wholes, start, stop, room)
    scale = span_of(wholes, start, stop)[1]
    if asked.kind == NUMBERS:
        return Computed(centre, nan, nan, nan, _numbers(centre, wholes, start, stop, judged, errors))
    if asked.kind == WEIGHTED:
        widest = _weighted(asked, size, wholes, scale, start, stop, judged, errors, room)
        return Computed(centre, nan, nan, nan, widest)
    widest, sigma_z = _laney(asked, centre, size, wholes, scale, start, stop, judged, errors, room)
    return Computed(centre, nan, nan, sigma_z, widest)


@inner
def _apart(asked: Asked, size: int, start: int, stop: int, errors: Floats, room: Floats) -> Computed:
    """The lines of a chart of gaps or times; fill in the errors."""
    if asked.kind == BETWEEN:
        centre, middle = _between(asked, size, start, stop, errors, room)
        return Computed(centre, nan, middle, nan, -inf)
    centre, mean_range = _times(asked, size, start, stop, errors, room)
    return Computed(centre, mean_range, nan, nan, -inf)


@entry
def lined_pass(
    asked: Asked, data: Data, cuts: Cuts, longest: int, judged: Floats, errors: Floats, lines: Floats,
    used: Counts, first: int, last: int,
) -> int:  # fmt: skip
    """Compute phases ``first`` to before ``last``, of up to ``longest`` points.

    Return a phase that cannot be computed, or `FINE`.
    """
    values, wholes, excluded = data.values, data.denominators, data.excluded
    room, is_parted = np.empty((5, longest)), has_parts(asked.kind)
    for phase in range(first, last):
        start, stop, baseline = cuts.phases[phase], cuts.phases[phase + 1], cuts.baselines[phase]
        if fill_judged(asked, values, wholes, start, stop, judged):
            return phase
        if _is_no_share(asked, wholes, start, stop):
            return phase
        scale = span_of(wholes, start, stop)[1] if is_parted else 1.0
        size = gather(asked, values, wholes, excluded, start, baseline, scale, judged, room)
        used[phase] = count(room[VALUES, :size])
        if is_parted:
            found = _parted(asked, size, wholes, start, stop, judged, errors, room)
        else:
            found = _apart(asked, size, start, stop, errors, room)
        if found.widest * asked.times > LARGEST or found.sigma_z == inf:
            return phase
        lines[CENTRE, phase], lines[MEAN_RANGE, phase] = found.centre, found.mean_range
        lines[MIDDLE, phase], lines[SIGMA_Z, phase] = found.middle, found.sigma_z
    return FINE


@entry
def raise_each(values: Floats, power: float, raised: Floats) -> None:
    """Each value to a power, as Python computes it: vectors of NumPy may differ in the last bit."""
    for place in range(len(values)):
        raised[place] = values[place] ** power
