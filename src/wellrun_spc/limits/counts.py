"""Charts of counts: the c chart (equal areas of opportunity) and the u chart (counts over denominators).

Poisson: limits at c and 3 sqrt(c) (Montgomery, 7th ed., equation 7.17), at u and 3 sqrt(u / n) (7.19).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nan, sqrt

from wellrun_spc.kernel.averages import count, mean, total
from wellrun_spc.limits.lines import Lines


def count_lines(base: Sequence[float], size: int, *, centre: float | None) -> Lines:
    """Mean count, and its square root. ``base`` are the counts that set it; ``size`` is the length of the phase."""
    average = mean(base) if centre is None else centre
    return Lines(
        centre=average,
        sigma=[sqrt(average) if average >= 0 else nan] * size,
        floor=0.0,
        ceiling=inf,
        n_used=count(base),
    )


def rate_lines(
    base: Sequence[int], values: Sequence[float], numerators: Sequence[float], denominators: Sequence[float],
    *, centre: float | None,
) -> Lines:  # fmt: skip
    """All counts over all denominators, and the Poisson standard error at each point.

    ``base`` are the positions that set the centre.
    """
    used = [position for position in base if values[position] == values[position]]
    rate = pooled(used, numerators, denominators) if centre is None else centre
    return Lines(
        centre=rate,
        sigma=[
            sqrt(rate / n) if value == value and rate >= 0 else nan
            for value, n in zip(values, denominators, strict=True)
        ],
        floor=0.0,
        ceiling=inf,
        n_used=len(used),
    )


def pooled(used: Sequence[int], numerators: Sequence[float], denominators: Sequence[float]) -> float:
    """Sum of numerators over sum of denominators; NaN where nothing is used."""
    if not used:
        return nan
    return total([numerators[i] for i in used]) / total([denominators[i] for i in used])
