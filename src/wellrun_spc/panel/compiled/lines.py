"""Centre lines and standard errors of one phase: the formulas of `wellrun_spc.limits`, compiled."""

from __future__ import annotations

from math import nan, sqrt
from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.jit import inner, step
from wellrun_spc.panel.compiled.load import BOTTOMS, LARGEST, ROOM, SIGMA, TOPS
from wellrun_spc.panel.compiled.records import (
    C_CHART,
    CENTRE,
    GAPS,
    I_CHART,
    LINED,
    MEAN_RANGE,
    MIDDLE,
    MR_CHART,
    P_CHART,
    RUN_CHART,
    U_CHART,
    USED,
    Choices,
    Counts,
    Floats,
)
from wellrun_spc.panel.compiled.sources import median_of_sorted
from wellrun_spc.panel.compiled.sums import Sums, sums_of

ROUNDING = 1e-12


class Line(NamedTuple):
    """The centre of a phase and what its limits rest on; NaN where there is none."""

    centre: float
    mean_range: float
    n_used: int
    spread: float
    """Square root of p (1 - p) on p charts, the standard error where it is one for all; NaN on u charts."""
    middle: float
    """The line that runs are judged about, where it is not the centre; otherwise NaN."""


@inner
def line_from(choices: Choices, centre: float, mean_range: float, n_used: int) -> Line:
    """A line with the spread that belongs to its chart, about a centre that is given where there is one."""
    spread = nan
    if choices.centre == choices.centre:
        centre = choices.centre
        mean_range = centre if choices.chart == MR_CHART else mean_range
    if choices.chart in (I_CHART, MR_CHART):
        spread = choices.factor * mean_range
    elif choices.chart == C_CHART:
        spread = sqrt(centre) if centre >= 0 else nan
    elif choices.chart == P_CHART:
        spread = sqrt(centre * (1 - centre)) if 0 <= centre <= 1 else nan
    return Line(centre, mean_range, n_used, spread, nan)


@inner
def line_kept(choices: Choices, lines: Floats, counts: Counts, phase: int) -> Line:
    """The line of a phase that has been computed."""
    n_used = int(np.int64(counts[USED, phase]))
    line = line_from(choices, lines[CENTRE, phase], lines[MEAN_RANGE, phase], n_used)
    if choices.chart != GAPS:
        return line
    # without a point that sets the middle value, runs are judged about a centre that is given
    middle = lines[MIDDLE, phase]
    middle = middle if middle == middle else line.centre
    return Line(line.centre, line.mean_range, line.n_used, line.spread, middle)


@inner
def side_by_side(values: Floats, at: int, base: int, work: Floats) -> int:
    """Put the values that are there in the room, one after the other; return how many there are."""
    room = ROOM * (len(work) // 5)
    found = 0
    for place in range(at, at + base):
        if values[place] == values[place]:
            work[room + found] = values[place]
            found += 1
    return found


@inner
def screened_range(values: Floats, at: int, base: int, edge: float) -> float:
    """Mean of the moving ranges up to ``edge``."""
    high, low, before, ranges = 0.0, 0.0, nan, 0
    for place in range(base):
        value = values[at + place]
        step = abs(value - before)
        before = value
        kept = step <= edge
        ranges += kept
        step = step if kept else 0.0
        bigger = high + step
        part = bigger - high
        low += (high - (bigger - part)) + (step - part)
        high = bigger
    return (high + low) / ranges


@inner
def screened_mean(values: Floats, at: int, base: int, edge: float) -> float:
    """Mean of the values up to ``edge``, which are ranges themselves."""
    high, low, kept = 0.0, 0.0, 0
    for place in range(base):
        value = values[at + place]
        kept += value <= edge
        value = value if value <= edge else 0.0
        bigger = high + value
        part = bigger - high
        low += (high - (bigger - part)) + (value - part)
        high = bigger
    return (high + low) / kept


@step
def line_of(
    choices: Choices, values: Floats, at: int, base: int, used: int, ranges: int, work: Floats
) -> Line:  # fmt: skip
    """The line that ``base`` points from ``at`` set; ``used`` have a value, ``ranges`` a moving range."""
    width = len(work) // 5
    if choices.chart in (P_CHART, U_CHART):
        tops, bottoms = sums_of(work, TOPS * width, base), sums_of(work, BOTTOMS * width, base)
        return line_from(choices, tops.values / bottoms.values if used else nan, nan, used)
    if choices.bridge and choices.chart in (I_CHART, RUN_CHART):
        # ranges span gaps: the same as if the gaps were not there
        base, ranges = side_by_side(values, at, base, work), max(used - 1, 0)
        values, at = work, ROOM * width
    return line_from_sums(choices, sums_of(values, at, base), values, at, base, used, ranges, work)


@step
def line_from_sums(
    choices: Choices, sums: Sums, values: Floats, at: int, base: int, used: int, ranges: int, work: Floats
) -> Line:  # fmt: skip
    """The line of a chart without denominators, once its points are summed."""
    centre, mean_range = sums.values / used if used else nan, nan
    if choices.chart in (I_CHART, RUN_CHART):
        mean_range = sums.ranges / ranges if ranges else nan
        if 0.0 < choices.cut * mean_range < sums.widest:
            mean_range = screened_range(values, at, base, choices.cut * mean_range)
    elif choices.chart == MR_CHART:
        if choices.cut * centre > 0.0:
            centre = screened_mean(values, at, base, choices.cut * centre)
        mean_range = centre
    if choices.chart == RUN_CHART:
        room = ROOM * (len(work) // 5)
        centre = _middle(work, room, side_by_side(values, at, base, work))
    return line_from(choices, centre, mean_range, used)


@inner
def _middle(work: Floats, at: int, size: int) -> float:
    """Middle value of ``size`` values from ``at``, which are put in rising order; NaN where there is none."""
    room = work[at : at + size]
    sort(room, size)
    return median_of_sorted(room)


@inner
def sort(values: Floats, size: int) -> None:
    """Put the first ``size`` values in rising order: a heap sort, a tenth of the code of the general one."""
    for start in range(size // 2 - 1, -1, -1):
        _sift(values, start, size)
    for end in range(size - 1, 0, -1):
        values[0], values[end] = values[end], values[0]
        _sift(values, 0, end)


@inner
def _sift(values: Floats, root: int, end: int) -> None:
    while 2 * root + 1 < end:
        child = 2 * root + 1
        if child + 1 < end and values[child] < values[child + 1]:
            child += 1
        if values[root] >= values[child]:
            return
        values[root], values[child] = values[child], values[root]
        root = child


@inner
def is_flat(chart: int) -> bool:
    """Whether one standard error holds for all points of a phase."""
    return chart not in (P_CHART, U_CHART, LINED, GAPS)


@inner
def fill_errors(chart: int, line: Line, values: Floats, at: int, size: int, work: Floats) -> None:
    """The standard error at each point of a phase, into the scratch."""
    width = len(work) // 5
    for place in range(size):
        there = is_flat(chart) or values[at + place] == values[at + place]
        error = error_at(chart, line, work[BOTTOMS * width + place])
        work[SIGMA * width + place] = error if there else nan


@inner
def error_at(chart: int, line: Line, denominator: float) -> float:
    """Standard error at a point that has a value; NaN where too few points set the line."""
    # two points set limits, or the one range between two points
    if line.n_used < (1 if chart == MR_CHART else 2):
        return nan
    if is_flat(chart):
        return line.spread
    if chart >= LINED:
        return denominator
    if chart == P_CHART:
        return line.spread / sqrt(denominator)
    rate = line.centre / denominator
    return sqrt(rate) if rate >= 0 else nan


@inner
def is_too_wide(choices: Choices, line: Line, least: float) -> bool:
    """Whether limits of p and u charts are too large to compute with where the denominator is smallest."""
    if choices.chart == P_CHART:
        widest = line.spread / sqrt(least)
    elif choices.chart == U_CHART and line.centre >= 0:
        widest = sqrt(line.centre / least)
    else:
        return False
    return bool(widest * choices.times > LARGEST)


@inner
def slack_of(chart: int, line: Line, least: float) -> float:
    """What counts as rounding about the centre. The smallest denominator gives the largest standard error.

    On charts whose lines are computed beforehand ``least`` is itself the largest standard error.
    """
    spread = line.mean_range
    if spread != spread:
        widest = error_at(chart, line, least)
        spread = widest if widest == widest else 0.0
    return ROUNDING * (abs(line.centre) + spread)
