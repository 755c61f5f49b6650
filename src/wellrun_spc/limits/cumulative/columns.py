"""The columns of a cumulative chart, one entry for each point, in the form that all four charts share."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

from wellrun_spc.limits.cumulative.sums import Averages, Side
from wellrun_spc.results import Side as SideName


class Columns(NamedTuple):
    """NaN where there is none."""

    high: Sequence[float]
    low: Sequence[float]
    """The lower sum as drawn: 0 or less."""
    average: Sequence[float]
    total: Sequence[float]
    lower: Sequence[float]
    upper: Sequence[float]
    beyond: dict[SideName, Sequence[bool]]
    since: dict[SideName, Sequence[int]]


def columns_of_sums(
    high: Side, low: Side, *, limits: tuple[float, float], total: Sequence[float] = ()
) -> Columns:
    """Two sums with their limits; ``limits`` are above nought, upper first."""
    size = len(high.sums)
    return Columns(
        high=high.sums,
        low=[0.0 - value for value in low.sums],
        average=[nan] * size,
        total=total or [nan] * size,
        lower=[-limits[1]] * size,
        upper=[limits[0]] * size,
        beyond={"high": high.beyond, "low": low.beyond},
        since={"high": high.since, "low": low.since},
    )


def columns_of_averages(found: Averages) -> Columns:
    """An average with its limits."""
    size = len(found.averages)
    above = [value > limit for value, limit in zip(found.averages, found.upper, strict=True)]
    below = [value < limit for value, limit in zip(found.averages, found.lower, strict=True)]
    return Columns(
        high=[nan] * size,
        low=[nan] * size,
        average=found.averages,
        total=[nan] * size,
        lower=found.lower,
        upper=found.upper,
        beyond={"high": above, "low": below},
        since={"high": found.since_above, "low": found.since_below},
    )


def no_columns(size: int) -> Columns:
    """A chart that can be drawn and not judged: too few values, or no spread."""
    none, never, first = [nan] * size, [False] * size, [0] * size
    return Columns(
        none, none, none, none, none, none, {"high": never, "low": never}, {"high": first, "low": first}
    )
