"""The points of a result, from its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from wellrun_spc.chart.columns import Columns
from wellrun_spc.results import Point, Signal
from wellrun_spc.series import Series


class _Draft:
    """A point while it is filled: the same slots, not frozen yet.

    A frozen data class is slow to fill: 4 microseconds for these 18 fields, against 1 for a draft that then
    becomes a point. Filling 36 points was half of the time that a chart took.
    """

    __slots__ = Point.__slots__

    def __init__(self, values: Iterable[Any]) -> None:
        (
            self.position, self.x, self.value, self.numerator, self.denominator, self.centre, self.lcl,
            self.ucl, self.sigma, self.target, self.phase, self.excluded, self.suppressed, self.used,
            self.lcl_clipped, self.ucl_clipped, self.note, self.signals,
        ) = values  # fmt: skip


def points_of(
    series: Series, columns: Columns, targets: Sequence[float], signals: Sequence[Signal]
) -> tuple[Point, ...]:
    """One point for each period, with the rules that fired on it."""
    length = len(series.x)
    rows = zip(
        range(length), series.x, _known(columns.values),
        _known(series.numerators), _known(series.denominators),
        _known(columns.centre), _known(columns.lower), _known(columns.upper), _known(columns.sigma),
        _known(targets), columns.phase, _flags(series.excluded, length), _flags(series.suppressed, length),
        columns.used, columns.lower_clipped, columns.upper_clipped, series.notes, _fired(signals, length),
        strict=True,
    )  # fmt: skip
    drafts: list[Any] = [_Draft(row) for row in rows]
    for draft in drafts:
        draft.__class__ = Point
    return tuple(drafts)


def _known(column: Sequence[float]) -> list[float | None]:
    first, length = column[0], len(column)
    if column.count(first) == length:
        return [first if first == first else None] * length
    return [value if value == value else None for value in column]


def _flags(positions: frozenset[int], length: int) -> list[bool]:
    return [position in positions for position in range(length)] if positions else [False] * length


def _fired(signals: Sequence[Signal], length: int) -> list[tuple[str, ...]]:
    """Rules that fired on each point, in the rule set's order; few crossings, on every useful point."""
    fired: list[tuple[str, ...]] = [()] * length
    for signal in signals:
        for position in signal.positions:
            if signal.rule not in fired[position]:
                fired[position] += (signal.rule,)
    return fired
