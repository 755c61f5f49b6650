"""Exact funnel limits: the binomial and Poisson counts that chance alone would seldom go beyond.

Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 2005; 24: 1185-1202,
appendix A.1.1. SciPy is imported where a limit is computed, so that only those who ask for a funnel pay for it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor, sqrt
from statistics import NormalDist

_WIDE, _ROOM = 20.0, 40.0
"""No quantile asked for here lies further from the mean than 20 standard errors and 40 counts."""
_LARGEST_COUNT = 1e12
"""Beyond this mean a count cannot be told from its normal form: the steps are a millionth of the standard error."""


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
        Interpolate from the far side of the step, so that what lies beyond the limit never has a probability of
        more than 1 - p.

    Returns
    -------
    float
        A count from 0 to ``size``: (r - alpha), with r the smallest count whose probability of not being exceeded
        is at least p, and alpha the part of the last step that is more than was wanted.
    """
    if not 0 < share < 1:
        return size * share
    from scipy import special

    mean, spread = size * share, sqrt(size * share * (1 - share))
    if spread * spread > _LARGEST_COUNT:
        return mean + NormalDist().inv_cdf(p) * spread
    count = _interpolated(
        p, mean, spread, lambda k: float(special.bdtr(k, size, share)), most=size, far_side=upper
    )
    return min(size, max(0.0, count))


def poisson_quantile(p: float, mean: float, *, upper: bool = False) -> float:
    """The interpolated count that a part ``p`` of Poisson counts lies below; see `binomial_quantile`."""
    if mean <= 0:
        return 0.0
    from scipy import special

    if mean > _LARGEST_COUNT:
        return mean + NormalDist().inv_cdf(p) * sqrt(mean)
    spread = sqrt(mean)
    most = floor(mean + _WIDE * spread + _ROOM)
    count = _interpolated(p, mean, spread, lambda k: float(special.pdtr(k, mean)), most=most, far_side=upper)
    return max(0.0, count)


def _interpolated(
    p: float, mean: float, spread: float, below: Callable[[float], float], *, most: float, far_side: bool
) -> float:
    """(r - alpha): a straight line across the step of the distribution function in which ``p`` lies."""
    low = max(-1.0, floor(mean - _WIDE * spread - _ROOM))
    high = min(most, floor(mean + _WIDE * spread + _ROOM))
    while high - low > 1:
        middle = floor((low + high) / 2)
        if below(middle) >= p:
            high = middle
        else:
            low = middle
    at, before = below(high), below(high - 1) if high > 0 else 0.0
    # the last possible count is never beyond a limit, however likely it is
    if high == most and 1 - before > 1 - p:
        return most if p > 1 / 2 else high - (at - p) / (at - before)
    return high - (at - p) / (at - before) + far_side


def chi_square_limits(tail: float, expected: float) -> tuple[float, float]:
    """The exact confidence limits of a Poisson count of ``expected``, used as limits around it.

    Half the chi-square quantiles with 2E and 2E + 2 degrees of freedom (Ulm 1990; Breslow & Day 1987, table 2.10):
    what the published indicators of the NHS and FunnelPlotR draw. They are limits for the mean given a count, not
    for the count given its mean, so a small unit leaves them at the bottom too often and at the top too seldom
    (Seaton & Manktelow 2012).
    """
    if expected <= 0:
        return 0.0, 0.0
    from scipy import special

    return float(special.chdtri(2 * expected, 1 - tail)) / 2, float(special.chdtri(2 * expected + 2, tail)) / 2


def chi_square_quantile(p: float, freedom: float) -> float:
    """The value that a part ``p`` of chi-square statistics lies below."""
    from scipy import special

    return float(special.chdtri(freedom, 1 - p))
