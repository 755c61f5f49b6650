"""The units of a funnel: their rows added together, and checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import fsum, isnan

from wellrun_spc.limits.funnel.values import FunnelKind
from wellrun_spc.series import SeriesError
from wellrun_spc.series.numbers import LARGEST_COUNT, numbers

_SMALLEST = 1e-9
"""Limits of units smaller than this are wider than any number that is written."""


@dataclass(slots=True)
class Rows:
    """The rows of one unit."""

    name: str
    row: int
    """Its first row, from 1."""
    observed: list[float] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    missing: int = 0
    """Rows in which a number is missing: they count for nothing."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit with its sums; both ``None`` where nothing was counted."""

    name: str
    row: int
    observed: float | None
    size: float | None


def units_of(
    observed: Iterable[object], sizes: Iterable[object], names: Iterable[object] | None, *, kind: FunnelKind
) -> tuple[list[Unit], int]:
    """The units in the order in which they first appear, and the number of rows with a number missing."""
    counts = numbers(observed, "observed number")
    wholes = numbers(sizes, "expected number" if kind == "ratio" else "denominator")
    labels = _labels(names, len(counts))
    _require_lengths(len(counts), len(wholes), len(labels))
    groups: dict[str, Rows] = {}
    for row, (label, count, whole) in enumerate(zip(labels, counts, wholes, strict=True), 1):
        group = groups.setdefault(label, Rows(label, row))
        if isnan(count) or isnan(whole):
            group.missing += 1
            continue
        _require_possible(row, label, count, whole, kind)
        group.observed.append(count)
        group.sizes.append(whole)
    units = [_unit(group) for group in groups.values()]
    if all(unit.size is None for unit in units):
        raise SeriesError(
            "No unit has both numbers, so there is nothing to compare.",
            remedy="Give an observed number and a denominator for each unit.",
        )
    return units, sum(group.missing for group in groups.values())


def _labels(names: Iterable[object] | None, length: int) -> list[str]:
    if names is None:
        return [str(row) for row in range(1, length + 1)]
    labels = [
        ("" if name is None or name != name else str(name).strip(), row) for row, name in enumerate(names, 1)
    ]
    for label, row in labels:
        if not label:
            raise SeriesError("The unit has no name.", remedy="Name the unit, or leave the row out.", row=row)
    return [label for label, _ in labels]


def _require_lengths(counts: int, wholes: int, labels: int) -> None:
    if not counts:
        raise SeriesError("There are no units.", remedy="Give at least one row.")
    for found, what in ((wholes, "denominators"), (labels, "unit names")):
        if found != counts:
            raise SeriesError(
                f"There are {counts} observed numbers but {found} {what}.",
                remedy="Give one for each row; use None where a number is missing.",
            )


def _require_possible(row: int, label: str, count: float, whole: float, kind: FunnelKind) -> None:
    for number, what in ((count, "observed number"), (whole, "denominator")):
        if number < 0:
            raise SeriesError(
                f"The {what} {number:g} is below zero.",
                remedy="Counts start at 0. Check the number, or leave it empty if it is missing.",
                row=row,
                x=label,
            )
        if number > LARGEST_COUNT:
            raise SeriesError(
                f"The {what} {number:g} is too large to compute with.", remedy="Check it.", row=row, x=label
            )
    if 0 < whole < _SMALLEST:
        raise SeriesError(
            f"The denominator {whole:g} is too small.", remedy="Check it, and its unit.", row=row, x=label
        )
    if kind == "proportion" and count > whole:
        raise SeriesError(
            f"The observed number {count:g} is more than the denominator {whole:g}.",
            remedy='Check both numbers. If one case can count twice, use kind="rate".',
            row=row,
            x=label,
        )


def _unit(rows: Rows) -> Unit:
    """Sums that do not depend on the order of the rows."""
    count, whole = fsum(rows.observed), fsum(rows.sizes)
    if whole == 0 and count > 0:
        raise SeriesError(
            f"There are {count:g} events but the denominator is 0.",
            remedy="Give the number they are counted from, or leave the unit out.",
            row=rows.row,
            x=rows.name,
        )
    if whole == 0:
        return Unit(rows.name, rows.row, None, None)
    return Unit(rows.name, rows.row, count, whole)


def require_whole(units: Iterable[Unit]) -> None:
    """Exact limits of a proportion count cases, one by one."""
    for unit in units:
        if unit.size is not None and unit.size != round(unit.size):
            raise SeriesError(
                f"The denominator {unit.size:g} is not a whole number, so it counts no cases.",
                remedy='Check it. For weighted numbers use method="arcsine", or kind="rate".',
                row=unit.row,
                x=unit.name,
            )
