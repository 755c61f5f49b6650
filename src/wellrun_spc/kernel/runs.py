"""Runs about a line: the longest, the crossings, and what chance would give (Anhøj & Olesen 2014)."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf, lgamma, log, log2, sqrt


def longest_and_crossings(sides: Sequence[int]) -> tuple[int, int]:
    """Length of the longest run and number of crossings, of sides that are all +1 or -1."""
    longest = 0
    crossings = 0
    length = 0
    before = 0
    for side in sides:
        if side == before:
            length += 1
        else:
            if before != 0:
                crossings += 1
            length = 1
            before = side
        if length > longest:
            longest = length
    return longest, crossings


def longest_expected(useful: int) -> int:
    """Upper bound of the longest run among ``useful`` points, at least 1 (Schilling 2012)."""
    return round(log2(useful)) + 3


def crossings_expected(useful: int) -> int:
    """Lower bound of the crossings among ``useful`` points, 1 or more (Chen 2010).

    The smallest c with P(X <= c) >= 0.05, where X is binomial with n - 1 trials and probability a half.
    """
    trials = useful - 1
    # Start ten standard deviations below the mean: what lies further out cannot change the answer.
    crossings = int(max(0.0, trials / 2 - 5 * sqrt(trials)))
    probability = exp(
        lgamma(trials + 1) - lgamma(crossings + 1) - lgamma(trials - crossings + 1) - trials * log(2)
    )
    below = probability
    while below < 0.05:
        probability *= (trials - crossings) / (crossings + 1)
        crossings += 1
        below += probability
    return crossings


FEWEST_TO_COUNT = 10
"""With fewer useful points no number of runs is rare enough."""


def runs_expected(useful: int) -> tuple[int, int]:
    """The range that holds the number of runs among ``useful`` points, 10 or more (Swed & Eisenhart 1943).

    Half of the points lie on each side, as they do about a median. Below the range, and above it, lie at
    most 2.5 % of the distribution.
    """
    high = useful // 2
    low = useful - high
    mean = 2 * high * low / useful + 1
    spread = 5 * sqrt(useful)
    least = max(2, int(mean - spread))
    below = _share_of_runs(least, high, low)
    while below <= 0.025:
        least += 1
        below += _share_of_runs(least, high, low)
    most = min(useful, int(mean + spread))
    above = _share_of_runs(most, high, low)
    while above <= 0.025:
        most -= 1
        above += _share_of_runs(most, high, low)
    return least, most


def _share_of_runs(runs: int, high: int, low: int) -> float:
    """The probability of so many runs in a random order of ``high`` and ``low`` points."""
    pairs = runs // 2
    ways = _log_choose(high + low, high)
    if runs % 2 == 0:
        return 2 * exp(_log_choose(high - 1, pairs - 1) + _log_choose(low - 1, pairs - 1) - ways)
    one = _log_choose(high - 1, pairs) + _log_choose(low - 1, pairs - 1) - ways
    other = _log_choose(high - 1, pairs - 1) + _log_choose(low - 1, pairs) - ways
    return exp(one) + exp(other)


def _log_choose(size: int, chosen: int) -> float:
    if chosen > size:
        return -inf
    return lgamma(size + 1) - lgamma(chosen + 1) - lgamma(size - chosen + 1)
