"""Charts of single values: the individuals (XmR) chart and the chart of its moving ranges.

Shewhart individuals: limits at the mean and 3 mR-bar / d2 either way (Montgomery, 7th ed., section 6.4;
Wheeler, Understanding Variation). The ranges are between neighbours, so that a slow drift does not widen
the limits.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nan

from wellrun_spc.kernel.averages import count, mean
from wellrun_spc.kernel.ranges import moving_ranges, screened_mean
from wellrun_spc.limits.factors import SCREEN, RangeFactors
from wellrun_spc.limits.lines import Lines


def individual_lines(
    base: Sequence[float],
    size: int,
    *,
    factors: RangeFactors,
    screen: bool,
    bridge: bool,
    centre: float | None,
) -> Lines:
    """Mean of the baseline values, and mR-bar / d2.

    Parameters
    ----------
    base
        The values that set the limits, in order, left-out points taken out; NaN where missing.
    size
        Number of points in the phase.
    factors
        Exact, or as printed.
    screen
        Drop ranges above 3.267 mR-bar once, and average the rest.
    bridge
        Let ranges span gaps.
    centre
        A centre line that is given; ``None`` for the mean.
    """
    ranges = [nan] * len(base)
    moving_ranges(base, bridge, ranges)
    mean_range, dropped = screened_mean(ranges, SCREEN if screen else 0.0)
    return Lines(
        centre=mean(base) if centre is None else centre,
        sigma=[factors.sigma * mean_range] * size,
        floor=-inf,
        ceiling=inf,
        n_used=count(base),
        mean_range=mean_range,
        dropped=dropped,
    )


def range_lines(
    base: Sequence[float], size: int, *, factors: RangeFactors, screen: bool, centre: float | None
) -> Lines:
    """Mean of the ranges, and the standard error that puts the upper limit at D4 mR-bar.

    Parameters
    ----------
    base
        The moving ranges that set the limits; NaN where missing.
    size, factors, screen, centre
        As for `individual_lines`.
    """
    mean_range, dropped = screened_mean(base, SCREEN if screen else 0.0)
    if centre is not None:
        mean_range = centre
    return Lines(
        centre=mean_range,
        sigma=[(factors.upper - 1) / 3 * mean_range] * size,
        floor=0.0,
        ceiling=inf,
        n_used=count(base),
        mean_range=mean_range,
        dropped=dropped,
        least=1,
    )
