"""Runs about a line: the longest, the crossings, and what chance would give (Anhøj & Olesen 2014)."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma, log, log2, sqrt


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
