"""The sums and averages of cumulative charts, point by point. NaN is missing: it changes nothing.

Tabular CUSUM: Montgomery, Introduction to Statistical Quality Control, 7th ed., section 9.1 (eq. 9.2, 9.3).
EWMA: section 9.2 (eq. 9.22 to 9.26). Log likelihood ratios: Steiner, Cook, Farewell & Treasure,
Biostatistics 2000; 1: 441-452; with one risk for all they are the Bernoulli CUSUM of Reynolds & Stoumbos,
Journal of Quality Technology 1999; 31: 87-108.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log, nan, sqrt
from typing import NamedTuple


class Side(NamedTuple):
    """One side of a chart, one entry for each point; NaN and False where nothing was there."""

    sums: list[float]
    since: list[int]
    """Position of the first point since the sum was last at nought."""
    beyond: list[bool]


def one_side(
    steps: Sequence[float], *, limit: float, start: float = 0.0, reset: bool = False, reaches: bool = False
) -> Side:
    """A sum that never falls below nought, and where it goes beyond its limit.

    Parameters
    ----------
    steps
        What each point adds; NaN where there is nothing to add.
    limit
        The sum is beyond it when it is more than this; with ``reaches``, also when it is just that.
    start
        Where the sum starts (a head start).
    reset
        Start again from nought after each point beyond the limit.
    """
    side = Side([nan] * len(steps), [0] * len(steps), [False] * len(steps))
    running, began = start, 0 if start > 0 else -1
    for position, step in enumerate(steps):
        if step != step:
            continue
        running = max(0.0, running + step)
        began = -1 if running == 0 else position if began < 0 else began
        beyond = running > limit or (reaches and running == limit)
        side.sums[position] = running
        side.since[position] = position if began < 0 else began
        side.beyond[position] = beyond
        if beyond and reset:
            running, began = 0.0, -1
    return side


def cusum_sides(scores: Sequence[float], *, k: float, h: float, headstart: float) -> tuple[Side, Side]:
    """The upper and the lower sum of standardised values, both 0 or more: C+ and C-."""
    high = one_side([score - k for score in scores], limit=h, start=headstart)
    low = one_side([-score - k for score in scores], limit=h, start=headstart)
    return high, low


class Averages(NamedTuple):
    """An exponentially weighted average with its limits; NaN where there is none."""

    averages: list[float]
    lower: list[float]
    upper: list[float]
    since_above: list[int]
    since_below: list[int]
    """Position of the first point since the average was last not above (below) the centre."""


def ewma_averages(
    values: Sequence[float], *, centre: float, sigma: float, lam: float, width: float
) -> Averages:
    """z = lam x + (1 - lam) z, with limits that are exact from the first point on."""
    size = len(values)
    found = Averages([nan] * size, [nan] * size, [nan] * size, [0] * size, [0] * size)
    average, fading = centre, 1.0
    above = below = -1
    for position, value in enumerate(values):
        if value != value:
            continue
        average = lam * value + (1 - lam) * average
        fading *= (1 - lam) ** 2
        room = width * sigma * sqrt(lam / (2 - lam) * (1 - fading))
        found.averages[position] = average
        found.lower[position], found.upper[position] = centre - room, centre + room
        above = -1 if average <= centre else position if above < 0 else above
        below = -1 if average >= centre else position if below < 0 else below
        found.since_above[position], found.since_below[position] = max(above, 0), max(below, 0)
    return found


def weight(outcome: float, risk: float, ratio: float) -> float:
    """What a case adds to the log likelihood ratio of odds ``ratio`` times as high against odds as expected.

    >>> round(weight(1, 0.02, 2), 4), round(weight(0, 0.02, 2), 4)
    (0.6733, -0.0198)
    """
    return outcome * log(ratio) - log(1 - risk + ratio * risk)


def average_run_length(k: float, h: float, shift: float = 0.0) -> float:
    """How many points pass on average until a two-sided CUSUM signals, after a shift in sigma.

    Siegmund's approximation (Montgomery, 7th ed., eq. 9.6 and 9.7).

    >>> round(average_run_length(0.5, 5), 1), round(average_run_length(0.5, 5, 1), 2)
    (469.1, 10.34)
    """
    return 1 / sum(1 / _one_sided(side * shift - k, h + 1.166) for side in (1, -1))


def _one_sided(drift: float, height: float) -> float:
    if drift == 0:
        return height * height
    power = -2 * drift * height
    return (exp(min(power, 700.0)) - power - 1) / (2 * drift * drift)
