"""A series: periods, values, and what is known about each point."""

from __future__ import annotations

from collections.abc import Iterable
from math import nan
from typing import NamedTuple

from wellrun_spc.series.axis import X, periods
from wellrun_spc.series.errors import SeriesError
from wellrun_spc.series.numbers import (
    LARGEST,
    numbers,
    require_counts,
    require_denominators,
    require_parts,
    require_same_length,
)
from wellrun_spc.series.places import flagged


class Series(NamedTuple):
    """Checked data: one entry for each period. NaN is missing; nothing is multiplied yet."""

    x: tuple[X, ...]
    values: list[float]
    """The value, or numerator over denominator."""
    numerators: list[float]
    """NaN everywhere for a chart without denominators."""
    denominators: list[float]
    notes: tuple[str, ...]
    excluded: frozenset[int]
    suppressed: frozenset[int]


def series_of(
    values: Iterable[object],
    *,
    chart: str,
    x: Iterable[object] | None,
    n: Iterable[object] | None,
    notes: Iterable[str | None] | None,
    excluded: Iterable[object],
    suppressed: Iterable[object],
) -> Series:
    """The checked series for one kind of chart; raises `SeriesError`."""
    counted = numbers(values, "value")
    length = len(counted)
    if not length:
        raise SeriesError("There are no values.", remedy="Give at least one.")
    xs = periods(x, length)
    hidden = flagged(suppressed, xs, "The suppressed point")
    for position in hidden:
        counted[position] = nan
    left_out = flagged(excluded, xs, "The left-out point")
    noted = _notes(notes, length)
    if chart in ("p", "u", "c"):
        require_counts(counted, xs, "count" if chart == "c" else "numerator")
    if n is None:
        _require_no_need(chart)
        return Series(xs, counted, [nan] * length, [nan] * length, noted, left_out, hidden)
    denominators = _denominators(n, chart, xs)
    if chart == "p":
        require_parts(counted, denominators, xs)
    return Series(xs, _divided(counted, denominators, xs), counted, denominators, noted, left_out, hidden)


def _require_no_need(chart: str) -> None:
    if chart in ("p", "u"):
        raise SeriesError(
            f"A {chart} chart needs denominators.", remedy="Give them as n, one for each value."
        )


def _denominators(n: Iterable[object], chart: str, xs: tuple[X, ...]) -> list[float]:
    if chart == "c":
        raise SeriesError(
            "A c chart has no denominators.",
            remedy="Use a u chart for counts with denominators, or leave n out.",
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
