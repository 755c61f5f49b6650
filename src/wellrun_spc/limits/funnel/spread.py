"""How much more the units differ than chance alone would make them: trimming, phi and tau squared.

Spiegelhalter 2005, section 4.2; NHS Digital, SHMI methodology (truncation); DerSimonian & Laird 1986 (tau).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, fsum, isfinite


@dataclass(frozen=True, slots=True)
class Spread:
    """The spread of the z-scores."""

    phi: float
    tau2: float
    count: int
    """How many z-scores phi rests on."""
    trimmed: tuple[bool, ...]


def spread_of(
    z: Sequence[float], errors: Sequence[float], *, trim: float, truncate: bool, instead: Sequence[float]
) -> Spread:
    """phi and tau squared of units with these z-scores and standard errors.

    Parameters
    ----------
    z
        One score for each unit, at least one; minus infinity where the scale has no place for no events.
    errors
        Standard error of each unit on the scale of the method.
    trim
        Share of the units at each end whose scores are drawn in, or left out: 0 to less than 0.5.
    truncate
        Leave the extreme units out (SHMI) instead of drawing them in (winsorising).
    instead
        Finite scores that stand in for infinite ones which are not trimmed.
    """
    if truncate:
        trimmed = _truncated(z, trim)
    else:
        low, high = _quantile(z, trim), _quantile(z, 1 - trim)
        trimmed = tuple(not low <= score <= high for score in z)
        z = [min(max(score, low), high) for score in z]
    kept = [place for place, out in enumerate(trimmed) if not (out and truncate)]
    squares = [(z[place] if isfinite(z[place]) else instead[place]) ** 2 for place in kept]
    phi = fsum(squares) / len(kept)
    return Spread(phi, _tau2(phi, [1 / errors[place] ** 2 for place in kept]), len(kept), trimmed)


def _tau2(phi: float, weights: Sequence[float]) -> float:
    """Variance between units, by the method of moments; none where phi is no more than chance would give."""
    count, total = len(weights), fsum(weights)
    excess = count * phi - (count - 1)
    room = fsum(weight * (1 - weight / total) for weight in weights)
    return excess / room if excess > 0 and room > 0 else 0.0


def _truncated(z: Sequence[float], trim: float) -> tuple[bool, ...]:
    """Units left out: those whose rank, of n + 1, falls in the first or the last share of ``trim``."""
    if not trim:
        return (False,) * len(z)
    parts = 1 / trim
    shares = [floor(rank * parts / (len(z) + 1)) for rank in _ranks(z)]
    return tuple(not 0 < share < parts - 1 for share in shares)


def _ranks(z: Sequence[float]) -> list[float]:
    """Ranks from 1; equal scores share their mean rank, so that the order of the units does not matter."""
    order = sorted(z)
    first = {score: place for place, score in reversed(list(enumerate(order, 1)))}
    last = {score: place for place, score in enumerate(order, 1)}
    return [(first[score] + last[score]) / 2 for score in z]


def _quantile(z: Sequence[float], share: float) -> float:
    """The quantile by straight lines between ordered scores (type 7 of Hyndman & Fan 1996)."""
    order = sorted(z)
    place = (len(order) - 1) * share
    below = floor(place)
    above = min(below + 1, len(order) - 1)
    return order[below] + (place - below) * (order[above] - order[below])
