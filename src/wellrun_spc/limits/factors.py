"""Factors between an average range, or standard deviation, and limits: exact, or as printed in tables.

Montgomery, Introduction to Statistical Quality Control, 7th ed., appendix VI.
"""

from __future__ import annotations

from functools import cache
from math import gamma, nan, pi, sqrt
from typing import NamedTuple

D2 = 2 / sqrt(pi)
"""Mean of the range of two standard normal values: 1.128379."""
D3 = sqrt(2 - 4 / pi)
"""Standard deviation of that range: 0.852502."""


class RangeFactors(NamedTuple):
    """How a mean moving range becomes limits."""

    sigma: float
    """Standard error of a single value, in mean ranges: 1 / d2."""
    upper: float
    """Upper limit of the ranges themselves, in mean ranges: D4."""


EXACT = RangeFactors(sigma=1 / D2, upper=1 + 3 * D3 / D2)
"""1 / d2 = 0.886227 and D4 = 3.266532."""
PUBLISHED = RangeFactors(sigma=2.66 / 3, upper=3.267)
"""The rounded 2.66 and 3.267 of printed tables and of the NHS tools."""
SCREEN = 3.267
"""Moving ranges above this many mean ranges are screened out (Nelson 1982)."""


class SizeFactors(NamedTuple):
    """How an average standard deviation of subgroups becomes limits, for one size of subgroup."""

    c4: float
    """Mean of the standard deviation of so many standard normal values."""
    a3: float
    """Limits of the mean, in average standard deviations: 3 / (c4 sqrt(n))."""
    b3: float
    """Lower limit of the standard deviation: 1 - 3 sqrt(1 - c4^2) / c4, or 0 where that is below."""
    b4: float
    """Upper limit of the standard deviation: 1 + 3 sqrt(1 - c4^2) / c4."""


@cache
def size_factors(size: int) -> SizeFactors:
    """The factors for subgroups of ``size`` values, computed exactly; NaN for one value.

    c4 = sqrt(2 / (n - 1)) gamma(n / 2) / gamma((n - 1) / 2): Montgomery, 7th ed., equations 6.24 to 6.29.
    """
    if size < 2:
        return SizeFactors(nan, nan, nan, nan)
    lack = _lack(size)
    c4 = 1 - lack
    error = 3 * sqrt(lack * (2 - lack)) / c4
    return SizeFactors(c4, 3 / (c4 * sqrt(size)), max(0.0, 1 - error), 1 + error)


_LARGE = 300
"""Above this size gamma overflows soon, and five terms of its series are as exact."""


def _lack(size: int) -> float:
    """1 - c4, which stays accurate where c4 is nearly 1."""
    half = (size - 1) / 2
    if size <= _LARGE:
        return 1 - gamma(half + 0.5) / (gamma(half) * sqrt(half))
    step = 1 / (8 * half)
    return step * (1 - step * (0.5 + step * (2.5 - step * (2.625 + step * 49.875))))
