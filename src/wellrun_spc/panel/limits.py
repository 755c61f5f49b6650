"""Limits on view: computed from what is stored for each phase, in the same steps as for a single chart."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.lined_pass import raise_each
from wellrun_spc.panel.compiled.records import (
    C_CHART,
    CENTRE,
    I_CHART,
    MEAN_RANGE,
    MR_CHART,
    P_CHART,
    U_CHART,
    USED,
    Data,
    Flags,
    Floats,
    Places,
)
from wellrun_spc.panel.compute import Computed
from wellrun_spc.panel.lined import Lined


class Limits(NamedTuple):
    """Centre and limits as drawn, in the units of the plot; NaN where there is none."""

    centre: Floats
    sigma: Floats
    lower: Floats
    upper: Floats
    lower_clipped: Flags
    upper_clipped: Flags


def is_flat(computed: Computed) -> bool:
    """Whether one standard error holds for all points of a phase."""
    if computed.lined is not None:
        return computed.lined.is_flat
    return computed.plan.choices.chart not in (P_CHART, U_CHART)


def limits_of_phases(computed: Computed) -> Limits:
    """The limits of each phase; NaN where they vary from point to point."""
    phases = np.arange(len(computed.answers.latest))
    if is_flat(computed):
        return limits_at(computed, phases, phases)
    points, begins = limits_of_points(computed), computed.cuts.phases[:-1]
    nowhere = np.zeros(len(phases), np.bool_)
    centre, sigma, lower, upper = (_common(column, begins) for column in points[:4])
    return Limits(centre, sigma, lower, upper, nowhere, nowhere)


def _common(column: Floats, begins: Places) -> Floats:
    """The one value that a column has in each phase, gaps not counted; NaN where it varies."""
    least, most = np.fmin.reduceat(column, begins), np.fmax.reduceat(column, begins)
    return np.where(least == most, least, np.nan)


def limits_at(computed: Computed, phases: Places, points: Places) -> Limits:
    """The limits at some points, each in the phase given for it; a point below 0 is none."""
    return _limits(computed, phases, computed.cuts.phases[phases] if is_flat(computed) else points)


def limits_of_points(computed: Computed) -> Limits:
    """The limits at every point."""
    points = len(computed.data.values)
    phases = np.repeat(np.arange(len(computed.answers.latest)), np.diff(computed.cuts.phases))
    return limits_at(computed, phases, np.arange(points))


def _limits(computed: Computed, phases: Places, points: Places) -> Limits:
    choices, answers = computed.plan.choices, computed.answers
    centre = answers.lines[CENTRE, phases]
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        sigma = _sigma(computed, centre, phases, points)
        least = 1 if choices.chart == MR_CHART else 2
        sigma = np.where(answers.counts[USED, phases] < least, np.nan, sigma)
        lower, upper = centre - 3 * sigma, centre + 3 * sigma
        is_low, is_high = lower < choices.floor, upper > choices.ceiling
        lower, upper = np.where(is_low, choices.floor, lower), np.where(is_high, choices.ceiling, upper)
        return Limits(*_shown(computed, points, centre, sigma, lower, upper), is_low, is_high)


def _shown(
    computed: Computed, points: Places, centre: Floats, sigma: Floats, lower: Floats, upper: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """Lines in the units of the plot."""
    times, found = computed.plan.choices.times, computed.lined
    if found is not None and found.power != 1:
        raised = [_raised(line, found.power) * times for line in (centre, lower, upper)]
        return raised[0], sigma * range_scale(computed), raised[1], raised[2]
    factors: Any = times
    if found is not None and len(found.weights):
        factors = np.where(points < 0, np.nan, found.weights[points]) * times
    return centre * factors, sigma * factors, lower * factors, upper * factors


def range_scale(computed: Computed) -> float:
    """What a standard error, or a mean range, is multiplied by to be shown."""
    times = computed.plan.choices.times
    power = 1.0 if computed.lined is None else computed.lined.power
    return times if power == 1 else float(times ** (1 / power))


def _raised(line: Floats, power: float) -> Floats:
    raised = np.empty(len(line))
    raise_each(np.ascontiguousarray(line), power, raised)
    return raised


def _sigma(computed: Computed, centre: Floats, phases: Places, points: Places) -> Floats:
    """Standard errors: NaN where a root has no answer."""
    choices = computed.plan.choices
    if computed.lined is not None:
        return np.where(points < 0, np.nan, computed.lined.data.denominators[points])
    if choices.chart in (I_CHART, MR_CHART):
        return np.asarray(choices.factor * computed.answers.lines[MEAN_RANGE, phases])
    if choices.chart == C_CHART:
        return np.sqrt(centre)
    if choices.chart not in (P_CHART, U_CHART):
        return np.full(len(centre), np.nan)
    denominators = _denominators(computed, points)
    if choices.chart == P_CHART:
        return np.asarray(np.sqrt(centre * (1 - centre)) / np.sqrt(denominators))
    return np.sqrt(centre / denominators)


def _denominators(computed: Computed, points: Places) -> Floats:
    """Denominators of points that have a value."""
    data = computed.data
    return np.where((points < 0) | np.isnan(data.values[points]), np.nan, data.denominators[points])


def plotted(computed: Computed) -> Floats:
    """What is plotted at each point, NaN where missing."""
    data, choices, found = computed.data, computed.plan.choices, computed.lined
    with np.errstate(invalid="ignore"):
        if found is not None:
            return np.asarray(_values_shown(data, found) * choices.times)
        values = data.values / data.denominators if len(data.denominators) else data.values
        if choices.chart == MR_CHART:
            values = _ranges(computed, values)
        return np.asarray(values * choices.times)


def _values_shown(data: Data, found: Lined) -> Floats:
    """What a chart shows where its lines were computed beforehand: on t and np charts not what it judges."""
    if found.power != 1:
        return data.values
    if len(found.weights):
        return np.where(np.isnan(found.data.values), np.nan, data.values)
    return found.data.values


def _ranges(computed: Computed, values: Floats) -> Floats:
    """Moving ranges within each phase; the first has none."""
    before = np.full(len(values), np.nan)
    before[1:] = _carried(computed, values)[:-1] if computed.plan.choices.bridge else values[:-1]
    before[computed.cuts.phases[:-1]] = np.nan
    return np.asarray(np.abs(values - before))


def _carried(computed: Computed, values: Floats) -> Floats:
    """The latest value that is there at or before each point of a phase."""
    sizes = np.diff(computed.cuts.phases)
    latest = np.where(np.isnan(values), -1, np.arange(len(values)))
    latest = np.maximum.accumulate(latest)
    is_inside = latest >= np.repeat(computed.cuts.phases[:-1], sizes)
    return np.where(is_inside, values[np.maximum(latest, 0)], np.nan)
