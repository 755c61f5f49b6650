"""Splitting a table into lines: one for each group, in order of time, every period once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from wellrun.exchange.apart import columns_apart
from wellrun.exchange.cells import Cell, cell_text
from wellrun.exchange.columns import Roles
from wellrun.exchange.dates import Period
from wellrun.exchange.periods import Periods
from wellrun.exchange.refusals import TableError
from wellrun.exchange.tables import Table

BLANK = "(blank)"
"""What a group is called whose cell is empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """One group: its name, part by part, and the positions of its rows in order of time."""

    parts: tuple[str, ...]
    positions: list[int]

    @property
    def key(self) -> str:
        """The name of the group in one text."""
        return " · ".join(self.parts)


def lines_of(table: Table, by: Sequence[str], kept: Sequence[int]) -> list[Line]:
    """Split these rows of a table (0-based positions) by group, groups in the order of the file."""
    if not by:
        return [Line((), list(kept))]
    columns = [_names(table, name) for name in by]
    parts_at = list(zip(*columns, strict=True))
    groups: dict[tuple[str, ...], list[int]] = {}
    # Rows of one group mostly stand together, so whole stretches are taken at once.
    for parts, stretch in groupby(kept, key=parts_at.__getitem__):
        groups.setdefault(parts, []).extend(stretch)
    return [Line(parts, positions) for parts, positions in groups.items()]


def _names(table: Table, column: str) -> list[str]:
    cells = table.column(column)
    names = name_by_cell(cells)
    return [names[cell] for cell in cells]


def name_by_cell(cells: Sequence[Cell]) -> dict[Cell, str]:
    """What the group of each different cell is called, in order of first appearance."""
    return {cell: cell_text(cell) or BLANK for cell in dict.fromkeys(cells)}


def in_order(line: Line, periods: Periods) -> tuple[Line, bool]:
    """Put the rows of a line in order of time, and say whether they had to be moved.

    Labels keep the order of the file; financial years have an order of their own.
    """
    if periods.grain == "label":
        return line, False
    keys = periods.keys
    sort: list[Any] = [periods.values[i] for i in line.positions]
    if keys:
        sort = [keys[period] for period in sort]
    if sort == sorted(sort):
        return line, False
    order = sorted(range(len(sort)), key=sort.__getitem__)
    return Line(line.parts, [line.positions[i] for i in order]), True


def check_once(line: Line, periods: Periods, table: Table, roles: Roles) -> None:
    """Refuse a line with two rows for one period, and say what would tell them apart."""
    first: dict[Period | None, int] = {}
    found = [periods.values[i] for i in line.positions]
    if len(set(found)) == len(found):
        return
    for position, period in zip(line.positions, found, strict=True):
        if period in first:
            raise _twice(first[period], position, line, table, roles)
        first[period] = position


def _twice(one: int, two: int, line: Line, table: Table, roles: Roles) -> TableError:
    x = roles.x or ""
    row_one, row_two = sorted([table.row_numbers[one], table.row_numbers[two]])
    text = cell_text(table.column(x)[one])
    who = f" for “{line.key}”" if line.parts else ""
    others = [name for name in table.header if name not in {x, roles.y, roles.n, roles.note, *roles.by}]
    apart = columns_apart(table, x, others, roles.by)
    if apart:
        names = " and ".join(f"“{name}”" for name in apart)
        remedy = f"Split the rows by {names}, or keep only some of them."
        option = " ".join(f"--by {_quoted(name)}" for name in (*roles.by, *apart))
    else:
        remedy, option = "Keep one row for each period, or add the rows together first.", ""
    return TableError(
        f"Rows {row_one} and {row_two} both have “{text}” in column “{x}”{who}.",
        row=row_two,
        column=x,
        remedy=remedy,
        option=option,
    )


def _quoted(name: str) -> str:
    return f"'{name}'" if " " in name else name
