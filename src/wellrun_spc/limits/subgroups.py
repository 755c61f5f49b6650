"""Charts of subgroups: their means (X-bar) and their standard deviations (S).

Limits of the mean: the mean of all values and A3 s-bar either way; of the standard deviation: B3 s-bar and
B4 s-bar, with factors for each size of subgroup (Montgomery, 7th ed., equations 6.27 to 6.31).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import hypot, inf, nan, sqrt
from typing import NamedTuple

from wellrun_spc.kernel.averages import count, mean, total
from wellrun_spc.limits.factors import SizeFactors, size_factors
from wellrun_spc.limits.lines import Lines


class Groups(NamedTuple):
    """The subgroups of one phase: a place for each; NaN where missing."""

    base: Sequence[int]
    """The places that set the lines."""
    means: Sequence[float]
    deviations: Sequence[float]
    """Standard deviations; NaN also for a subgroup of one value."""
    sizes: Sequence[float]

    def used(self) -> list[int]:
        """The places in ``base`` that have a value."""
        return [place for place in self.base if self.means[place] == self.means[place]]

    def average_deviation(self) -> float:
        """s-bar: the mean where sizes are equal (6.27), pooled where they are not (6.31)."""
        used = self.used()
        if len({self.sizes[place] for place in used}) <= 1:
            return mean([self.deviations[place] for place in used])
        known = [place for place in used if self.sizes[place] > 1]
        free = sum([self.sizes[place] - 1 for place in known])
        return hypot(*[sqrt(self.sizes[place] - 1) * self.deviations[place] for place in known]) / sqrt(free)


def mean_lines(groups: Groups, *, centre: float | None) -> Lines:
    """Mean of all values, and the standard error of each subgroup's mean.

    Parameters
    ----------
    groups
        The subgroups, and which of them set the lines.
    centre
        A centre line that is given; ``None`` for the mean of all values (6.30).
    """
    used, average = groups.used(), groups.average_deviation()
    return Lines(
        centre=_grand_mean(groups, used) if centre is None else centre,
        sigma=_at_each(groups.sizes, lambda factors: factors.a3 / 3 * average),
        floor=-inf,
        ceiling=inf,
        n_used=len(used),
    )


def deviation_lines(groups: Groups, *, centre: float | None) -> Lines:
    """Average standard deviation, and the standard error of each subgroup's own.

    Parameters
    ----------
    groups
        As for `mean_lines`.
    centre
        A centre line that is given; ``None`` for s-bar.
    """
    average = groups.average_deviation() if centre is None else centre
    return Lines(
        centre=average,
        sigma=_at_each(groups.sizes, lambda factors: (factors.b4 - 1) / 3 * average),
        floor=0.0,
        ceiling=inf,
        n_used=count([groups.deviations[place] for place in groups.base]),
    )


def _at_each(sizes: Sequence[float], error: Callable[[SizeFactors], float]) -> list[float]:
    """The standard error of each subgroup, computed once for each size."""
    errors = {size: error(size_factors(_whole(size))) for size in set(sizes)}
    return [errors[size] for size in sizes]


def _whole(size: float) -> int:
    return int(size) if size == size else 0


def _grand_mean(groups: Groups, used: Sequence[int]) -> float:
    if not used:
        return nan
    weights = [groups.sizes[place] for place in used]
    return total([groups.sizes[place] * groups.means[place] for place in used]) / total(weights)
