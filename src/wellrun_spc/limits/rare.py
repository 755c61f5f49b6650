"""Charts of rare events: how much lies between one and the next.

g: cases between events follow a geometric distribution, whose standard deviation is sqrt(g (g + 1)) at a mean
of g (Benneyan 2001, Health Care Management Science 4: 305-318). It is so skew that fewer than half of the
points lie above the mean, so runs are judged about the median.

t: times between events, made nearly symmetrical by the power 1/3.6, judged as an individuals chart and turned
back (Nelson 1994, Journal of Quality Technology 26: 239-240; Montgomery, 7th ed., section 7.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nan, sqrt

from wellrun_spc.kernel.averages import count, mean, median_of_sorted
from wellrun_spc.limits.factors import RangeFactors
from wellrun_spc.limits.individuals import individual_lines
from wellrun_spc.limits.lines import Lines

POWER = 3.6
"""Times between events to the power of 1/3.6 are nearly normal (Nelson 1994)."""


def to_normal(value: float) -> float:
    """A time as it is judged."""
    return float(value ** (1 / POWER))


def gap_lines(base: Sequence[float], size: int, *, centre: float | None) -> Lines:
    """Mean of the gaps, sqrt(g (g + 1)), and their median for runs.

    Parameters
    ----------
    base
        Cases between events that set the lines; NaN where missing.
    size
        Number of points in the phase.
    centre
        A centre line that is given; ``None`` for the mean.
    """
    average = mean(base) if centre is None else centre
    error = sqrt(average) * sqrt(average + 1) if average >= 0 else nan
    return Lines(
        centre=average,
        sigma=[error] * size,
        floor=0.0,
        ceiling=inf,
        n_used=count(base),
        middle=median_of_sorted(sorted([value for value in base if value == value])),
    )


def time_lines(
    base: Sequence[float],
    size: int,
    *,
    factors: RangeFactors,
    screen: bool,
    bridge: bool,
    centre: float | None,
) -> Lines:
    """The lines of an individuals chart of transformed times, to be turned back when they are shown.

    Parameters
    ----------
    base
        Times as they are judged (`to_normal`) that set the limits; NaN where missing.
    size, factors, screen, bridge
        As for `individual_lines`.
    centre
        A centre line that is given, as a time; ``None`` for the mean of the transformed times.
    """
    given = None if centre is None else to_normal(centre)
    lines = individual_lines(base, size, factors=factors, screen=screen, bridge=bridge, centre=given)
    return lines._replace(floor=0.0, power=POWER)
