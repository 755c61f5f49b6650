"""Exact funnel limits: the binomial and Poisson counts that chance alone would seldom go beyond.

Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 2005; 24: 1185
(appendix A.1.1). SciPy is imported where a limit is computed, so that only a funnel pays for it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor, inf, sqrt
from statistics import NormalDist

_LARGEST_COUNT = 1e12
"""Beyond this variance a count has its normal form: its steps are a millionth of the standard error."""


def binomial_quantile(p: float, size: float, share: float, *, upper: bool = False) -> float:
    """The interpolated count that a part ``p`` of binomial counts lies below.

    Parameters
    ----------
    p
        Probability below the limit, for example 0.025 or 0.999.
    size
        Number of cases: a whole number, 1 or more.
    share
        Probability of an event in each case, 0 to 1.
    upper
        Interpolate from the far side of the step, so that what lies beyond the limit never has a probability
        of more than 1 - p.

    Returns
    -------
    float
        A count from 0 to ``size``: (r - alpha), with r the smallest count whose probability of not being
        exceeded is at least p, and alpha the part of the last step that is more than was wanted.
    """
    if not 0 < share < 1:
        return size * share
    from scipy import special

    mean, spread = size * share, sqrt(size * share * (1 - share))
    if spread * spread > _LARGEST_COUNT:
        return mean + NormalDist().inv_cdf(p) * spread

    def below(count: float) -> float:
        """The chance of at most so many events: the incomplete beta function, which takes any size."""
        return float(special.betaincc(count + 1, size - count, share)) if count < size else 1.0

    count = _interpolated(p, mean, spread, below, most=size, far_side=upper)
    return min(size, max(0.0, count))


def poisson_quantile(p: float, mean: float, *, upper: bool = False) -> float:
    """The interpolated count that a part ``p`` of Poisson counts lies below; see `binomial_quantile`."""
    if mean <= 0:
        return 0.0
    from scipy import special

    if mean > _LARGEST_COUNT:
        return mean + NormalDist().inv_cdf(p) * sqrt(mean)
    count = _interpolated(
        p, mean, sqrt(mean), lambda k: float(special.pdtr(k, mean)), most=inf, far_side=upper
    )
    return max(0.0, count)


def _interpolated(
    p: float, mean: float, spread: float, below: Callable[[float], float], *, most: float, far_side: bool
) -> float:
    """(r - alpha): a straight line across the step of the distribution function in which ``p`` lies."""
    z = NormalDist().inv_cdf(p)
    guess = floor(mean + z * spread + (z * z - 1) / 6)
    count = _first(lambda k: below(k) >= p, min(most, max(0.0, guess)), most)
    if count == most and p > 1 / 2:
        # every single case having the event is then still likely enough, so nothing lies beyond the limit
        return most
    at, before = below(count), below(count - 1) if count > 0 else 0.0
    return count - (at - p) / (at - before) + far_side


def _first(reached: Callable[[float], bool], guess: float, most: float) -> float:
    """The first whole number from 0 that is reached, as ``most`` is; strides double from the guess."""
    low, high, stride = guess - 1, guess, 1.0
    while high < most and not reached(high):
        low, high, stride = high, min(most, high + stride), stride * 2
    while low >= 0 and reached(low):
        low, high, stride = max(-1.0, low - stride), low, stride * 2
    while high - low > 1:
        middle = floor((low + high) / 2)
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high


def chi_square_limits(tail: float, expected: float) -> tuple[float, float]:
    """The exact confidence limits of a Poisson count of ``expected``, used as limits around it.

    Half the chi-square quantiles with 2E and 2E + 2 degrees of freedom (Garwood 1936; Ulm 1990): what NHS
    indicators and FunnelPlotR draw. They are limits for the mean given a count, not for the count given its
    mean, so a small unit leaves them at the bottom too often and at the top too seldom
    (Seaton & Manktelow 2012).
    """
    if expected <= 0:
        return 0.0, 0.0
    from scipy import special

    return float(special.chdtri(2 * expected, 1 - tail)) / 2, float(
        special.chdtri(2 * expected + 2, tail)
    ) / 2


def chi_square_quantile(p: float, freedom: float) -> float:
    """The value that a part ``p`` of chi-square statistics lies below."""
    from scipy import special

    return float(special.chdtri(freedom, 1 - p))
