"""A column of dates or periods: one reading for the whole column, and a question where there could be two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from wellrun.exchange.cells import Cell, Where, shown
from wellrun.exchange.date_order import DateOrder, settle_order
from wellrun.exchange.dates import EARLIEST, LATEST, Grain, Period, Written, written_in
from wellrun.exchange.markers import absence_of
from wellrun.exchange.refusals import TableError

DATE_SHAPED = re.compile(r"\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*")
DATE_NAMED = re.compile(r"date|day|week|month|quarter|period|when", re.IGNORECASE)
EXCEL_EPOCH, FIRST_SERIAL, LAST_SERIAL = date(1899, 12, 30), 29_221, 54_789
"""Excel counts days from here; the range is 1980 to 2049."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """A column read as periods."""

    values: list[Period | None]
    grain: Grain | Literal["label"]
    order: DateOrder | None = None
    """The order of day and month that the column proved, or the person said."""
    keys: dict[Period, tuple[int, int]] | None = None
    """Where each label sorts, for periods that keep their label (financial years)."""
    said: tuple[str, ...] = ()


def read_periods(
    cells: Sequence[Cell], *, column: str, rows: Sequence[int], order: DateOrder | None = None
) -> Periods:
    """Read a column of cells as periods, one way for the whole column.

    Text that is no date at all is kept as labels in the order of the file. Blank cells give ``None``.

    Raises
    ------
    DateOrderError
        Every date fits day first and month first, and ``order`` does not say which.
    TableError
        Naming the first row that does not fit the others.
    """
    where = Where(column, cells, rows)
    distinct = set(cells)
    if quick := _quick_iso(distinct):
        return Periods(values=list(map(quick.__getitem__, cells)), grain="day")
    read: dict[Cell, Written | None] = {cell: _read(cell) for cell in distinct if not _blank(cell)}
    if not read:
        raise TableError(
            f"Column “{column}” is empty.", column=column, remedy="Choose another column for the dates."
        )
    unread = [cell for cell, written in read.items() if written is None]
    if unread and _are_labels(unread, len(read)):
        return _labels(where)
    if unread:
        raise _unreadable(where.first(unread), where)
    written = {cell: each for cell, each in read.items() if each}
    decided, found_order, said = settle_order(written, where, order)
    grain, values, more = _settle(decided, where)
    keys = {each.value: each.key for each in decided.values() if each.value is not None and each.key}
    keys = keys if grain == "financial" else {}
    full: dict[Cell, Period | None] = {cell: values.get(cell) for cell in distinct}
    return Periods(
        values=list(map(full.__getitem__, cells)),
        grain=grain,
        order=found_order,
        keys=keys or None,
        said=(*said, *more),
    )


def period_like(text: str, periods: Periods) -> Period | None:
    """Read one date as the column's own dates are read; ``None`` where it cannot be one of them."""
    if periods.grain == "label":
        return text.strip()
    written = written_in(text)
    if written is None:
        return None
    if written.grain == "financial" and periods.grain == "month":
        return written.other
    if written.numeric and written.value != written.other:
        if periods.order is None and written.value is not None and written.other is not None:
            return None
        if periods.order == "month-first" or written.value is None:
            return written.other
    if written.grain == "number" and periods.grain == "year" and isinstance(written.value, float):
        return _year_start(written.value)
    return written.value


def _quick_iso(distinct: set[Cell]) -> dict[Cell, date] | None:
    """Read plain ISO dates at once: by far the commonest, and a file may hold a million of them."""
    try:
        found = {cell: date.fromisoformat(cell) for cell in distinct}  # type: ignore[arg-type]  # TypeError answers
    except (ValueError, TypeError):
        return None
    plain = all(len(cell) == 10 and cell[4] == "-" == cell[7] for cell in found if isinstance(cell, str))
    return found if plain and all(EARLIEST <= day.year <= LATEST for day in found.values()) else None


def _blank(cell: Cell) -> bool:
    return isinstance(cell, str) and absence_of(cell) is not None


def _read(cell: Cell) -> Written | None:
    if isinstance(cell, str):
        return written_in(cell)
    if isinstance(cell, float):
        return Written(grain="number", style="number", value=cell)
    if isinstance(cell, datetime) and cell.time() != time():
        return Written(grain="moment", style="date cell", value=cell)
    return Written(grain="day", style="date cell", value=date(cell.year, cell.month, cell.day))


def _are_labels(unread: list[Cell], count: int) -> bool:
    shaped = any(isinstance(cell, str) and DATE_SHAPED.fullmatch(cell) for cell in unread)
    return len(unread) * 2 > count and not shaped


def _labels(where: Where) -> Periods:
    values: list[Period | None] = [None if _blank(cell) else shown(cell) for cell in where.cells]
    said = f"“{where.column}” holds words, not dates. We keep the order of the file."
    return Periods(values=values, grain="label", said=(said,))


def _settle(
    written: dict[Cell, Written], where: Where
) -> tuple[Grain, dict[Cell, Period | None], tuple[str, ...]]:
    """One grain for the whole column."""
    grains: set[Grain] = {each.grain for each in written.values()}
    values: dict[Cell, Period | None] = {cell: each.value for cell, each in written.items()}
    if grains == {"month", "financial"}:
        # 2011-12 among 2011-10 and 2011-11 is December; 2019-20 can only be a financial year, and stays one.
        months = {c: each.value if each.grain == "month" else each.other for c, each in written.items()}
        if None not in months.values():
            return "month", months, ()
    if grains <= {"day", "moment"}:
        return *_days_or_moments(values), _said_styles(written, where)
    if len(grains) > 1:
        raise _two_grains(written, where)
    grain = grains.pop()
    if grain == "number":
        return _numbers(values, where)
    said = _said_financial if grain == "financial" else _said_styles
    return grain, values, said(written, where)


def _days_or_moments(values: dict[Cell, Period | None]) -> tuple[Grain, dict[Cell, Period | None]]:
    if not any(isinstance(value, datetime) for value in values.values()):
        return "day", values
    return "moment", {
        cell: datetime(value.year, value.month, value.day)  # noqa: DTZ001  # as written, in local time
        if isinstance(value, date) and not isinstance(value, datetime)
        else value
        for cell, value in values.items()
    }


def _numbers(
    values: dict[Cell, Period | None], where: Where
) -> tuple[Grain, dict[Cell, Period | None], tuple[str, ...]]:
    """Years, Excel's day numbers, or simply numbers in order."""
    found = {cell: value for cell, value in values.items() if isinstance(value, float)}
    whole = all(value.is_integer() for value in found.values())
    if whole and all(EARLIEST <= value <= LATEST for value in found.values()):
        return "year", {cell: _year_start(value) for cell, value in found.items()}, ()
    serial = whole and all(FIRST_SERIAL <= value <= LAST_SERIAL for value in found.values())
    if serial and DATE_NAMED.search(where.column):
        said = f"“{where.column}” holds the day numbers that Excel uses. We read them as dates."
        return "day", {cell: EXCEL_EPOCH + timedelta(days=value) for cell, value in found.items()}, (said,)
    if whole:
        return "number", {cell: int(value) for cell, value in found.items()}, ()
    return "number", values, ()


def _year_start(year: float) -> date | None:
    return date(int(year), 1, 1) if EARLIEST <= year <= LATEST else None


def _said_styles(written: dict[Cell, Written], where: Where) -> tuple[str, ...]:
    by_style: dict[str, list[Cell]] = {}
    for cell, each in written.items():
        by_style.setdefault(each.style, []).append(cell)
    if len(by_style) < 2:
        return ()
    examples = " and ".join(f"“{shown(where.first(cells))}”" for _, cells in sorted(by_style.items()))
    return (f"Dates in “{where.column}” are written in {len(by_style)} ways, like {examples}. Please check.",)


def _said_financial(written: dict[Cell, Written], where: Where) -> tuple[str, ...]:
    if not all(each.other for each in written.values()):
        return ()
    return (
        f"We read “{shown(where.first(written))}” in “{where.column}” as a financial year, not as a month.",
    )


def _unreadable(cell: Cell, where: Where) -> TableError:
    return TableError(
        f"Row {where.row_of(cell)} has “{shown(cell)}” in column “{where.column}”. "
        f"We cannot read it as a date.",
        row=where.row_of(cell),
        column=where.column,
        remedy="Write it like 2026-04-14, or choose another column for the dates.",
        option="--x COLUMN",
    )


def _two_grains(written: dict[Cell, Written], where: Where) -> TableError:
    by_grain: dict[str, list[Cell]] = {}
    for cell, each in written.items():
        by_grain.setdefault(each.style, []).append(cell)
    common, *rest = sorted(by_grain.values(), key=len, reverse=True)
    odd = where.first(cell for cells in rest for cell in cells)
    usual = where.first(common)
    return TableError(
        f"Row {where.row_of(odd)} has “{shown(odd)}” in column “{where.column}”. "
        f"Other rows are written like “{shown(usual)}” (row {where.row_of(usual)}).",
        row=where.row_of(odd),
        column=where.column,
        remedy="Write every date in the column the same way.",
    )
