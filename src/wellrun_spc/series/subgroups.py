"""Subgroups from raw rows: several values, and for each the subgroup that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum, hypot, nan, sqrt
from typing import Any, NamedTuple

from wellrun_spc.series.axis import X, one_of_a_kind
from wellrun_spc.series.errors import SeriesError
from wellrun_spc.series.kinds import SUBGROUPS, a_chart
from wellrun_spc.series.numbers import numbers, require_same_length


class Subgroups(NamedTuple):
    """One entry for each subgroup; NaN where it has no value, or too few."""

    means: list[float]
    deviations: list[float]
    """Standard deviations, over n - 1."""
    sizes: list[float]
    """How many values there are; NaN for none."""


def gathered(
    values: Iterable[Any], subgroup: Iterable[object] | None, chart: str
) -> tuple[list[list[float]], list[X] | None]:
    """The values of each subgroup, and the subgroups as periods where rows name them.

    Dates and numbers are put in order, labels are kept in the order in which they first appear. Without
    ``subgroup`` each value is itself a sequence: one subgroup.

    Raises
    ------
    SeriesError
        Where a value is not a number, or is not in a subgroup.
    """
    if subgroup is None:
        return [_nested(group, row, chart) for row, group in enumerate(values, 1)], None
    found = numbers(values, "value")
    named = one_of_a_kind(subgroup, "subgroup")
    require_same_length(len(found), len(named), "subgroup")
    groups: dict[Any, list[float]] = {}
    for name, value in zip(named, found, strict=True):
        groups.setdefault(name, []).append(value)
    order = list(groups) if named and isinstance(named[0], str) else sorted(groups)
    return [groups[name] for name in order], order


def _nested(group: Any, row: int, chart: str) -> list[float]:
    is_plain = type(group) is list
    if not is_plain and (isinstance(group, (str, bytes, dict)) or not isinstance(group, Iterable)):
        raise SeriesError(
            f"{a_chart(chart).capitalize()} needs several values for each point.",
            remedy="Name the subgroup of each value as subgroup, or give a list of values for each point.",
            row=row,
        )
    try:
        return numbers(group, "value")
    except SeriesError as error:
        raise SeriesError(error.problem, remedy=error.remedy, row=row) from None


def require_no_subgroups(subgroup: object, chart: str) -> None:
    """Other charts have one value at each point."""
    if subgroup is not None and chart not in SUBGROUPS:
        raise SeriesError(
            f"{a_chart(chart).capitalize()} has no subgroups.",
            remedy="Use an xbar or s chart, or bring the rows together with aggregate() first.",
        )


def summed_up(groups: Sequence[Sequence[float]]) -> Subgroups:
    """Mean, standard deviation and size of each subgroup, missing values left out."""
    rows = [_summary(group) for group in groups]
    return Subgroups(*[list(column) for column in zip(*rows, strict=True)])


def _summary(group: Sequence[float]) -> tuple[float, float, float]:
    known, sum_of = group, fsum(group)
    if sum_of != sum_of:  # a value is missing
        known = [value for value in group if value == value]
        sum_of = fsum(known)
    size = len(known)
    if not size:
        return nan, nan, nan
    mean = sum_of / size
    deviation = hypot(*[value - mean for value in known]) / sqrt(size - 1) if size > 1 else nan
    return mean, deviation, float(size)
