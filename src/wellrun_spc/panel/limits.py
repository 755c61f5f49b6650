"""Limits on view: computed from what is stored for each phase, in the same steps as for a single chart."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.records import (
    C_CHART,
    CENTRE,
    I_CHART,
    MEAN_RANGE,
    MR_CHART,
    P_CHART,
    U_CHART,
    USED,
    Choices,
    Flags,
    Floats,
    Places,
)
from wellrun_spc.panel.compute import Computed


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
    return computed.plan.choices.chart not in (P_CHART, U_CHART)


def limits_of_phases(computed: Computed) -> Limits:
    """The limits of each phase; NaN where they vary from point to point."""
    phases = np.arange(len(computed.answers.latest))
    if is_flat(computed):
        return _limits(computed, phases, None)
    points, begins = limits_of_points(computed), computed.cuts.phases[:-1]
    nowhere = np.zeros(len(phases), np.bool_)
    sigma, lower, upper = (_common(column, begins) for column in points[1:4])
    return Limits(
        computed.answers.lines[CENTRE] * computed.plan.choices.times, sigma, lower, upper, nowhere, nowhere
    )


def _common(column: Floats, begins: Places) -> Floats:
    """The one value that a column has in each phase, gaps not counted; NaN where it varies."""
    least, most = np.fmin.reduceat(column, begins), np.fmax.reduceat(column, begins)
    return np.where(least == most, least, np.nan)


def limits_at(computed: Computed, phases: Places, points: Places) -> Limits:
    """The limits at some points, each in the phase given for it; a point below 0 is none."""
    if is_flat(computed):
        return _limits(computed, phases, None)
    denominators = np.where(points < 0, np.nan, computed.data.denominators[points])
    numerators = np.where(points < 0, np.nan, computed.data.values[points])
    return _limits(computed, phases, np.where(np.isnan(numerators), np.nan, denominators))


def limits_of_points(computed: Computed) -> Limits:
    """The limits at every point."""
    points = len(computed.data.values)
    phases = np.repeat(np.arange(len(computed.answers.latest)), np.diff(computed.cuts.phases))
    return limits_at(computed, phases, np.arange(points))


def _limits(computed: Computed, phases: Places, denominators: Floats | None) -> Limits:
    choices, answers = computed.plan.choices, computed.answers
    centre = answers.lines[CENTRE, phases]
    with np.errstate(invalid="ignore", divide="ignore"):
        sigma = _sigma(choices, centre, answers.lines[MEAN_RANGE, phases], denominators)
        least = 1 if choices.chart == MR_CHART else 2
        sigma = np.where(answers.counts[USED, phases] < least, np.nan, sigma)
        lower, upper = centre - 3 * sigma, centre + 3 * sigma
        times = choices.times
        return Limits(
            centre * times,
            sigma * times,
            np.where(lower < choices.floor, choices.floor, lower) * times,
            np.where(upper > choices.ceiling, choices.ceiling, upper) * times,
            lower < choices.floor,
            upper > choices.ceiling,
        )


def _sigma(choices: Choices, centre: Floats, mean_range: Floats, denominators: Floats | None) -> Floats:
    """Standard errors: NaN where a root has no answer."""
    if choices.chart in (I_CHART, MR_CHART):
        return choices.factor * mean_range
    if choices.chart == C_CHART:
        return np.sqrt(centre)
    if denominators is None:
        return np.full(len(centre), np.nan)
    if choices.chart == P_CHART:
        return np.sqrt(centre * (1 - centre)) / np.sqrt(denominators)
    return np.sqrt(centre / denominators)


def plotted(computed: Computed) -> Floats:
    """What is plotted at each point, NaN where missing."""
    data, choices = computed.data, computed.plan.choices
    with np.errstate(invalid="ignore"):
        values = data.values / data.denominators if len(data.denominators) else data.values
        if choices.chart == MR_CHART:
            values = _ranges(computed, values)
        return np.asarray(values * choices.times)


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
