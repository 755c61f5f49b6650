"""Charts whose limits rest on how far neighbours differ, for denominators that vary: p', u' and I'.

Laney: the standard error of a p or u chart times sigma_z = mean |difference of neighbouring z| / d2, where
z = (value - centre) / standard error (Laney 2002, Quality Engineering 14: 531-537). The binomial or Poisson
part of the formula cancels out: what remains is mean |difference of (value - centre) sqrt(n)| / d2 / sqrt(n).

I': differences of neighbours, each over its own sqrt(1/n + 1/n'), which is what it would differ by if a value
that rests on n cases varied by 1 / sqrt(n) (Taylor 2017, Normalized Individuals Control Chart).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nan, pi, sqrt

from wellrun_spc.kernel.ranges import moving_ranges, screened_mean, weighted_ranges
from wellrun_spc.limits.factors import D2, SCREEN
from wellrun_spc.limits.lines import Lines
from wellrun_spc.limits.ratios import Ratios


def laney_lines(phase: Ratios, *, is_share: bool, screen: bool, bridge: bool, centre: float | None) -> Lines:
    """All numerators over all denominators, and Laney's standard error where there is a value.

    Parameters
    ----------
    phase
        The points, and which of them set the lines.
    is_share
        Proportions (p'); otherwise rates (u').
    screen
        Drop ranges of z above 3.267 times their mean once, and average the rest.
    bridge
        Let ranges span gaps.
    centre
        A centre line that is given; ``None`` for the pooled value.
    """
    used = phase.used()
    level = phase.pooled(used) if centre is None else centre
    unit = level * (1 - level) if is_share else level
    scale = _largest(phase.denominators)
    roots = [sqrt(size / scale) for size in phase.denominators]
    scores = [(phase.values[place] - level) * roots[place] for place in phase.base]
    ranges = [nan] * len(scores)
    moving_ranges(scores, bridge, ranges)
    mean_range, dropped = screened_mean(ranges, SCREEN if screen else 0.0)
    error = mean_range / D2 if unit >= 0 else nan
    return Lines(
        centre=level,
        sigma=_at_each(phase.values, roots, error),
        floor=0.0,
        ceiling=1.0 if is_share else inf,
        n_used=len(used),
        dropped=dropped,
        sigma_z=error * sqrt(scale) / sqrt(unit) if unit > 0 else nan,
    )


def weighted_lines(phase: Ratios, *, screen: bool, bridge: bool, centre: float | None) -> Lines:
    """Weighted mean, and the standard error of I' where there is a value.

    Parameters
    ----------
    phase, screen, bridge, centre
        As for `laney_lines`.
    """
    used = phase.used()
    scale = _largest(phase.denominators)
    sizes = [size / scale for size in phase.denominators]
    ranges = [nan] * len(phase.base)
    weighted_ranges(
        [phase.values[place] for place in phase.base], [sizes[place] for place in phase.base], bridge, ranges
    )
    mean_range, dropped = screened_mean(ranges, SCREEN if screen else 0.0)
    roots = [sqrt(size) for size in sizes]
    return Lines(
        centre=phase.pooled(used) if centre is None else centre,
        sigma=_at_each(phase.values, roots, sqrt(pi / 2) * mean_range),
        floor=-inf,
        ceiling=inf,
        n_used=len(used),
        dropped=dropped,
    )


def _largest(sizes: Sequence[float]) -> float:
    """The largest denominator: shares of it neither grow nor shrink too far to compute with."""
    return max([size for size in sizes if size == size], default=1.0)


def _at_each(values: Sequence[float], roots: Sequence[float], error: float) -> list[float]:
    """The standard error of each point that has a value; infinite where its denominator is next to none."""
    return [
        nan if value != value else error / root if root else error * inf
        for value, root in zip(values, roots, strict=True)
    ]
