"""Columns that only the chart command reads, by row of the file: subgroups, and a target that moves."""

from __future__ import annotations

from dataclasses import dataclass

from wellrun.exchange.date_order import DateOrder
from wellrun.exchange.dates import Period
from wellrun.exchange.numbers import read_numbers
from wellrun.exchange.periods import Periods, read_periods
from wellrun.exchange.spelling import Decimal
from wellrun.exchange.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ByRow:
    """A column, and what was assumed to read it."""

    column: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgroups(ByRow):
    """Which point each row is part of."""

    periods: Periods
    at: dict[int, Period | None]
    """By row number of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving(ByRow):
    """A target for each row."""

    percent: bool
    """The cells carried percent signs; 95% is kept as 95."""
    decimal: Decimal | None
    """The decimal mark of the cells; none where all are whole."""
    at: dict[int, float | None]


def subgroups_in(table: Table, name: str, dates: DateOrder | None) -> Subgroups:
    """Read the column that says which rows belong together.

    Raises
    ------
    TableError
        Naming the row that cannot be read.
    """
    periods = read_periods(table.column(name), column=name, rows=table.row_numbers, order=dates)
    at = dict(zip(table.row_numbers, periods.values, strict=True))
    return Subgroups(column=name, said=periods.said, periods=periods, at=at)


def moving_in(table: Table, name: str, decimal: Decimal | None) -> Moving:
    """Read the column of a target that moves.

    Raises
    ------
    TableError
        There is no such column, or a cell of it is no number.
    """
    column = table.name_of(name)
    numbers = read_numbers(
        table.column(column), column=column, rows=table.row_numbers, decimal=decimal, lean=table.lean
    )
    at = dict(zip(table.row_numbers, numbers.values, strict=True))
    return Moving(column=column, said=numbers.said, percent=numbers.percent, decimal=numbers.decimal, at=at)
