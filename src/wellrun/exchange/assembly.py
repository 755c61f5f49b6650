"""Putting series together from columns that have been read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from wellrun.exchange.cells import Cell
from wellrun.exchange.columns import Roles
from wellrun.exchange.dates import Period
from wellrun.exchange.grouping import Line, check_once, in_order, lines_of
from wellrun.exchange.numbers import Numbers
from wellrun.exchange.periods import Periods
from wellrun.exchange.refusals import TableError
from wellrun.exchange.series import SeriesData
from wellrun.exchange.tables import Table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Source:
    """A table and its columns as read."""

    table: Table
    roles: Roles
    values: Numbers
    n: Numbers | None
    periods: Periods | None


def assemble(source: Source, skipped: list[tuple[str, TableError]] | None) -> tuple[list[SeriesData], bool]:
    """Every series, and whether rows had to be moved; groups with a slip go to ``skipped``, if given."""
    lines = lines_of(source.table, source.roles.by, dated(source))
    hidden = hidden_in(source)
    notes = source.table.column(source.roles.note) if source.roles.note else None
    series, moved = [], False
    for unsorted in lines:
        line = unsorted
        if source.periods:
            line, this_moved = in_order(unsorted, source.periods)
            moved = moved or this_moved
            try:
                check_once(line, source.periods, source.table, source.roles)
            except TableError as error:
                if skipped is None:
                    raise
                skipped.append((line.key, error))
                continue
        series.append(_one(line, source, hidden, notes))
    if not series:
        raise (
            skipped[0][1] if skipped else TableError("No row has a number.", remedy="Choose another column.")
        )
    return series, moved


def _one(line: Line, source: Source, hidden: list[bool] | None, notes: list[Cell] | None) -> SeriesData:
    at = line.positions
    values, n = source.values.values, source.n
    percent = source.values.percent
    found = _pick(values, at)
    x = cast("list[Period]", _pick(source.periods.values, at)) if source.periods else None  # all are dated
    return SeriesData(
        key=line.key or source.roles.y,
        parts=line.parts,
        x=x,
        values=[None if value is None else value / 100 for value in found] if percent else found,
        n=_pick(n.values, at) if n else None,
        notes=[str(notes[i]).strip() for i in at] if notes else [""] * len(at),
        suppressed=_pick(hidden, at) if hidden else [False] * len(at),
        rows=_pick(source.table.row_numbers, at),
        percent=percent,
    )


def _pick(column: Sequence[T], at: list[int]) -> list[T]:
    """These rows of a column. Rows of one line mostly stand together, and a slice is ten times as quick."""
    start, end = at[0], at[-1] + 1
    return list(column[start:end]) if at == list(range(start, end)) else [column[i] for i in at]


def dated(source: Source) -> Sequence[int]:
    """The rows that have a period. One with a number but no period is a slip, and is named."""
    periods = source.periods
    if periods is None or None not in periods.values:
        return range(len(source.table))
    for position, period in enumerate(periods.values):
        if period is None and source.values.values[position] is not None:
            row = source.table.row_numbers[position]
            raise TableError(
                f"Row {row} has a number but nothing in column “{source.roles.x}”.",
                row=row,
                column=source.roles.x,
                remedy="Add the date, or take the row out.",
            )
    return [position for position, period in enumerate(periods.values) if period is not None]


def hidden_in(source: Source) -> list[bool] | None:
    """Which rows have a number that somebody hid, if any."""
    flags: list[bool] | None = None
    for numbers, column in ((source.values, source.roles.y), (source.n, source.roles.n)):
        marks = (
            {cell for cell, absence in numbers.absences.items() if absence.suppressed} if numbers else set()
        )
        if marks and column:
            here = [cell in marks for cell in source.table.column(column)]
            flags = here if flags is None else [one or two for one, two in zip(flags, here, strict=True)]
    return flags
