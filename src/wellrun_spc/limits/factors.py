"""Factors between an average moving range and limits: computed exactly, or as printed in tables.

Montgomery, Introduction to Statistical Quality Control, 7th ed., appendix VI, for two observations.
"""

from __future__ import annotations

from math import pi, sqrt
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
