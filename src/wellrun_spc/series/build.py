"""A series: periods, values, and what is known about each point."""

from __future__ import annotations

from collections.abc import Iterable
from math import nan
from typing import NamedTuple

from wellrun_spc.series.axis import X, periods
from wellrun_spc.series.errors import SeriesError
from wellrun_spc.series.kinds import (
    COUNTS,
    SHARES,
    SUBGROUPS,
    WITH_DENOMINATORS,
    WITHOUT_DENOMINATORS,
    a_chart,
)
from wellrun_spc.series.numbers import (
    LARGEST,
    numbers,
    require_counts,
    require_denominators,
    require_parts,
    require_same_length,
    require_times,
)
from wellrun_spc.series.places import flagged
from wellrun_spc.series.subgroups import Subgroups, gathered, require_no_subgroups, summed_up


class Series(NamedTuple):
    """Checked data: one entry for each period. NaN is missing; nothing is multiplied yet."""

    x: tuple[X, ...]
    values: list[float]
    """The value, or numerator over denominator; of subgroups their mean, or their standard deviation."""
    numerators: list[float]
    """NaN everywhere for a chart without denominators."""
    denominators: list[float]
    """Of subgroups: how many values they have."""
    notes: tuple[str, ...]
    excluded: frozenset[int]
    suppressed: frozenset[int]
    subgroups: Subgroups | None = None


def series_of(
    values: Iterable[object],
    *,
    chart: str,
    x: Iterable[object] | None,
    n: Iterable[object] | None,
    notes: Iterable[str | None] | None,
    excluded: Iterable[object],
    suppressed: Iterable[object],
    subgroup: Iterable[object] | None = None,
) -> Series:
    """The checked series for one kind of chart; raises `SeriesError`."""
    require_no_subgroups(subgroup, chart)
    groups: Subgroups | None = None
    if chart in SUBGROUPS:
        groups, x = _subgroups(values, subgroup, x, chart)
        counted = groups.means if chart == "xbar" else groups.deviations
    else:
        counted = numbers(values, "value")
    length = len(counted)
    if not length:
        raise SeriesError("There are no values.", remedy="Give at least one.")
    xs = periods(x, length)
    hidden = flagged(suppressed, xs, "The suppressed point")
    for position in hidden:
        for column in groups or (counted,):
            column[position] = nan
    left_out = flagged(excluded, xs, "The left-out point")
    noted = _notes(notes, length)
    _require_possible(counted, chart, xs)
    if n is None:
        _require_no_need(chart)
        sizes = groups.sizes if groups else [nan] * length
        return Series(xs, counted, [nan] * length, sizes, noted, left_out, hidden, groups)
    denominators = _denominators(n, chart, xs)
    if chart in SHARES:
        require_parts(counted, denominators, xs)
    return Series(xs, _divided(counted, denominators, xs), counted, denominators, noted, left_out, hidden)


def _subgroups(
    values: Iterable[object], subgroup: Iterable[object] | None, x: Iterable[object] | None, chart: str
) -> tuple[Subgroups, Iterable[object] | None]:
    """The subgroups, and their periods."""
    if subgroup is not None and x is not None:
        raise SeriesError(
            "Both subgroup and x name the points.", remedy="Give subgroup alone: it names the periods too."
        )
    groups, named = gathered(values, subgroup, chart)
    if not groups:
        raise SeriesError("There are no values.", remedy="Give at least one.")
    return summed_up(groups), x if named is None else named


def _require_possible(counted: list[float], chart: str, xs: tuple[X, ...]) -> None:
    if chart in COUNTS:
        require_counts(counted, xs, "numerator" if chart in WITH_DENOMINATORS else "count")
    elif chart == "t":
        require_times(counted, xs)


def _require_no_need(chart: str) -> None:
    if chart in WITH_DENOMINATORS:
        raise SeriesError(
            f"{a_chart(chart).capitalize()} needs denominators.",
            remedy="Give them as n, one for each value.",
        )


def _denominators(n: Iterable[object], chart: str, xs: tuple[X, ...]) -> list[float]:
    if chart in WITHOUT_DENOMINATORS:
        better = "Use a u chart for counts with denominators, or leave n out."
        raise SeriesError(
            f"{a_chart(chart).capitalize()} has no denominators.",
            remedy=better if chart == "c" else "Leave n out.",
        )
    found = numbers(n, "denominator")
    require_same_length(len(xs), len(found), "denominator")
    require_denominators(found, xs)
    return found


def _divided(numerators: list[float], denominators: list[float], xs: tuple[X, ...]) -> list[float]:
    divided = [part / whole for part, whole in zip(numerators, denominators, strict=True)]
    for row, value in enumerate(divided, 1):
        if abs(value) > LARGEST:
            raise SeriesError(
                "The numerator divided by the denominator is too large to compute with.",
                remedy="Check both numbers.",
                row=row,
                x=xs[row - 1],
            )
    return divided


def _notes(notes: Iterable[str | None] | None, length: int) -> tuple[str, ...]:
    if notes is None:
        return ("",) * length
    found = tuple([note or "" for note in notes])
    require_same_length(length, len(found), "note")
    return found
