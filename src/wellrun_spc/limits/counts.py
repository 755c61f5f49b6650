"""Charts of counts: the c chart (equal areas of opportunity) and the u chart (counts over denominators).

Poisson: limits at c and 3 sqrt(c) either way (Montgomery, 7th ed., equation 7.17), at u and 3 sqrt(u / n)
(equation 7.19).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nan, sqrt

from wellrun_spc.kernel.averages import count, mean
from wellrun_spc.limits.lines import Lines
from wellrun_spc.limits.ratios import Ratios


def count_lines(base: Sequence[float], size: int, *, centre: float | None) -> Lines:
    """Mean count, and its square root.

    Parameters
    ----------
    base
        The counts that set the centre; NaN where missing.
    size
        Number of points in the phase.
    centre
        A centre line that is given; ``None`` for the mean.
    """
    average = mean(base) if centre is None else centre
    return Lines(
        centre=average,
        sigma=[_root(average)] * size,
        floor=0.0,
        ceiling=inf,
        n_used=count(base),
    )


def rate_lines(phase: Ratios, *, centre: float | None) -> Lines:
    """All counts over all denominators, and the Poisson standard error at each point that has a value."""
    used = phase.used()
    rate = phase.pooled(used) if centre is None else centre
    return Lines(
        centre=rate,
        sigma=[
            _root(rate / size) if value == value else nan
            for value, size in zip(phase.values, phase.denominators, strict=True)
        ],
        floor=0.0,
        ceiling=inf,
        n_used=len(used),
    )


def _root(value: float) -> float:
    return sqrt(value) if value >= 0 else nan
