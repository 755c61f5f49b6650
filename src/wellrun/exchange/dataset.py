"""From a table to series ready for charting: filtered, split by group, in order of time, rows known."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun.exchange.assembly import Source, assemble
from wellrun.exchange.columns import Roles
from wellrun.exchange.date_order import DateOrder
from wellrun.exchange.grouping import lines_of
from wellrun.exchange.numbers import Numbers, read_numbers
from wellrun.exchange.periods import read_periods
from wellrun.exchange.refusals import TableError
from wellrun.exchange.selection import keep_rows
from wellrun.exchange.series import Dataset, SeriesData
from wellrun.exchange.spelling import Decimal
from wellrun.exchange.tables import Table
from wellrun_spc import SeriesError

__all__ = ["Dataset", "SeriesData", "columns_from", "in_file", "series_from"]

MOVED = "The rows were not in order of time. We sorted them, oldest first."


def series_from(
    table: Table,
    roles: Roles,
    *,
    dates: DateOrder | None = None,
    decimal: Decimal | None = None,
    where: Sequence[tuple[str, str]] = (),
    skip_bad: bool = False,
) -> Dataset:
    """Read a table as series.

    Parameters
    ----------
    table : Table
        As it came from the file.
    roles : Roles
        What each column is for.
    dates : {"day-first", "month-first"}, optional
        The order of day and month, where a person has said so.
    decimal : {".", ","}, optional
        The decimal mark, where a person has said so.
    where : sequence of (column, text)
        Keep only rows that hold these texts.
    skip_bad : bool
        Leave out groups that cannot be read, and list them, where others can.

    Raises
    ------
    DateOrderError
        The dates fit both orders and ``dates`` does not say which.
    TableError
        Naming the row, the column, and what to do.
    """
    table = keep_rows(table, where)
    skipped: list[tuple[str, TableError]] = []
    while True:
        try:
            return _read(table, roles, dates, decimal, skipped if skip_bad else None)
        except TableError as error:
            # A cell that cannot be read spoils the whole column; without its group the rest may be fine.
            if not (skip_bad and roles.by and error.row is not None):
                raise
            table = _without_group_of(error, table, roles, skipped)


def in_file(error: SeriesError, series: SeriesData, roles: Roles) -> TableError:
    """The words of the statistics about one point, with its row in the file and the name of its group."""
    place = error.row - 1 if error.row is not None else None
    row = series.rows[place] if place is not None and place < len(series.rows) else None
    where = [f"“{series.key}”"] if series.parts else []
    if row is not None:
        columns = f"“{roles.y}” out of “{roles.n}”" if roles.n else f"“{roles.y}”"
        where.append(f"row {row} ({columns})")
    who = ", ".join(where)
    who = f"{who[0].upper()}{who[1:]}: " if who else ""
    return TableError(f"{who}{error.problem}", row=row, column=roles.y, remedy=error.remedy)


def columns_from(
    table: Table, roles: Roles, *, dates: DateOrder | None = None, decimal: Decimal | None = None
) -> tuple[Source, tuple[str, ...]]:
    """Read the columns of a table, not yet split by group, and say what was assumed.

    Raises
    ------
    DateOrderError
        The dates fit both orders and ``dates`` does not say which.
    TableError
        Naming the row, the column, and what to do.
    """
    values = _numbers(table, roles.y, decimal)
    n = _numbers(table, roles.n, decimal) if roles.n else None
    if n and (n.percent or values.percent):
        column = roles.n if n.percent and roles.n else roles.y
        raise TableError(
            f"Column “{column}” holds percentages.",
            column=column,
            remedy="Use the counts, or leave the other out.",
        )
    periods = None
    if roles.x is not None:
        periods = read_periods(table.column(roles.x), column=roles.x, rows=table.row_numbers, order=dates)
    said = [*(periods.said if periods else ()), *values.said, *(n.said if n else ())]
    said += [*said_absences(values, roles.y), *(said_absences(n, roles.n or "") if n else ())]
    return Source(table, roles, values, n, periods), tuple(said)


def _read(
    table: Table,
    roles: Roles,
    dates: DateOrder | None,
    decimal: Decimal | None,
    skipped: list[tuple[str, TableError]] | None,
) -> Dataset:
    source, assumed = columns_from(table, roles, dates=dates, decimal=decimal)
    said = list(assumed)
    series, moved = assemble(source, skipped)
    if moved:
        said.append(MOVED)
    return Dataset(
        series=tuple(series), said=tuple(said), periods=source.periods, skipped=tuple(skipped or ())
    )


def _numbers(table: Table, column: str, decimal: Decimal | None) -> Numbers:
    return read_numbers(
        table.column(column), column=column, rows=table.row_numbers, decimal=decimal, lean=table.lean
    )


def said_absences(numbers: Numbers, column: str) -> list[str]:
    """What the cells without a number are taken for, in sentences."""
    marks = {str(cell).strip(): absence for cell, absence in numbers.absences.items() if str(cell).strip()}
    reasons: dict[str, list[str]] = {}
    for mark, absence in marks.items():
        reasons.setdefault(absence.reason, []).append(f"“{mark}”")
    return [
        f"Cells with {' or '.join(sorted(found))} in “{column}” are {reason}. "
        f"They count as missing, never as 0."
        for reason, found in sorted(reasons.items())
    ]


def _without_group_of(
    error: TableError, table: Table, roles: Roles, skipped: list[tuple[str, TableError]]
) -> Table:
    lines = lines_of(table, roles.by, range(len(table)))
    position = list(table.row_numbers).index(error.row or 0)
    bad = next(line for line in lines if position in line.positions)
    skipped.append((bad.key, error))
    left = set(range(len(table))) - set(bad.positions)
    if not left:
        raise error
    return table.only(sorted(left))
