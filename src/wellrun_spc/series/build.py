"""A series: periods, values, and what is known about each point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan

from wellrun_spc.series.axis import X, periods
from wellrun_spc.series.errors import SeriesError
from wellrun_spc.series.numbers import (
    LARGEST,
    numbers,
    require_denominators,
    require_not_negative,
    require_parts_of_wholes,
    require_same_length,
)
from wellrun_spc.series.places import places_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Checked data. Lists are one entry for each period; NaN is missing; nothing is multiplied yet."""

    x: tuple[X, ...]
    values: list[float]
    """As plotted: the value, or numerator over denominator."""
    numerators: list[float] | None
    denominators: list[float] | None
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
    if not counted:
        raise SeriesError("There are no values.", remedy="Give at least one.")
    xs = periods(x, len(counted))
    hidden = places_of(suppressed, xs, "Suppressed point")
    for position in hidden:
        counted[position] = nan
    denominators = _denominators(n, chart, xs)
    _require_possible(counted, denominators, chart, xs)
    return Series(
        x=xs,
        values=counted if denominators is None else _divided(counted, denominators),
        numerators=None if denominators is None else counted,
        denominators=denominators,
        notes=_notes(notes, len(counted)),
        excluded=places_of(excluded, xs, "Left-out point"),
        suppressed=hidden,
    )


def _denominators(n: Iterable[object] | None, chart: str, xs: tuple[X, ...]) -> list[float] | None:
    if n is None:
        if chart in ("p", "u"):
            raise SeriesError(
                f"A {chart} chart needs denominators.", remedy="Give them as n, one for each value."
            )
        return None
    if chart == "c":
        raise SeriesError(
            "A c chart has no denominators.",
            remedy="Use a u chart for counts with denominators, or leave n out.",
        )
    found = numbers(n, "denominator")
    require_same_length(len(xs), len(found), "denominators")
    require_denominators(found, xs)
    return found


def _require_possible(
    counted: list[float], denominators: list[float] | None, chart: str, xs: tuple[X, ...]
) -> None:
    if chart in ("p", "u", "c"):
        require_not_negative(counted, xs, "count" if chart == "c" else "numerator")
    if chart == "p" and denominators is not None:
        require_parts_of_wholes(counted, denominators, xs)


def _divided(numerators: list[float], denominators: list[float]) -> list[float]:
    divided = [part / whole for part, whole in zip(numerators, denominators, strict=True)]
    for row, value in enumerate(divided, 1):
        if abs(value) > LARGEST:
            raise SeriesError(
                "The numerator divided by the denominator is too large to compute with.",
                remedy="Check both numbers.",
                row=row,
            )
    return divided


def _notes(notes: Iterable[str | None] | None, length: int) -> tuple[str, ...]:
    if notes is None:
        return ("",) * length
    found = tuple(note or "" for note in notes)
    require_same_length(length, len(found), "notes")
    return found
