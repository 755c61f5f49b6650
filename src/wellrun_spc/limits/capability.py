"""Capability indices: how the spread of single values compares with limits that people set.

Montgomery, Introduction to Statistical Quality Control, 7th ed., chapter 8; intervals of Bissell 1990 (one
side and Cpk) and Boyles 1991 (Cpm).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

from wellrun_spc.limits.funnel import chi_square_quantile

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """One index with its 95 % interval."""

    name: str
    value: float
    low: float
    high: float


def indices_of(
    *, mean: float, sigma: float, count: int, lower: float | None, upper: float | None, target: float | None
) -> tuple[Index, ...]:
    """The indices that these limits allow: Cp, Cpm with both; Cpl, Cpu with one; Cpk always.

    Parameters
    ----------
    mean, sigma, count
        Centre, standard deviation (more than 0) and number of values.
    lower, upper
        The limits that people set; at least one.
    target
        The value wanted; the middle between both limits by default.
    """
    tails = (1 - CONFIDENCE) / 2
    sides = []
    if lower is not None:
        sides.append(_one_sided("Cpl", (mean - lower) / (3 * sigma), count, CONFIDENCE))
    if upper is not None:
        sides.append(_one_sided("Cpu", (upper - mean) / (3 * sigma), count, CONFIDENCE))
    nearest = min(side.value for side in sides)
    found = [*sides, _one_sided("Cpk", nearest, count, 1 - tails)]
    if lower is not None and upper is not None:
        cp = (upper - lower) / (6 * sigma)
        away = (mean - ((lower + upper) / 2 if target is None else target)) / sigma
        freedom = count * (1 + away**2) / (1 + 2 * away**2)
        found = [
            _two_sided("Cp", cp, count - 1, tails),
            *found,
            _two_sided("Cpm", cp / sqrt(1 + away**2), freedom, tails),
        ]
    return tuple(found)


def _two_sided(name: str, value: float, freedom: float, tails: float) -> Index:
    low, high = (sqrt(chi_square_quantile(p, freedom) / freedom) for p in (tails, 1 - tails))
    return Index(name=name, value=value, low=value * low, high=value * high)


def _one_sided(name: str, value: float, count: int, confidence: float) -> Index:
    """Bissell's interval, written so that it also holds for an index of nought or below."""
    room = NormalDist().inv_cdf(confidence) * sqrt(1 / (9 * count) + value**2 / (2 * (count - 1)))
    return Index(name=name, value=value, low=value - room, high=value + room)


def share_outside(*, mean: float, sigma: float, lower: float | None, upper: float | None) -> float:
    """The share of normal values outside the limits."""
    values = NormalDist(mean, sigma)
    below = 0.0 if lower is None else values.cdf(lower)
    above = 0.0 if upper is None else values.cdf(2 * mean - upper)
    return below + above
