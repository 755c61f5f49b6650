"""Whether the day or the month comes first: proved by the column, said by a person, or asked. No guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Literal, TypeAlias

from wellrun.exchange.cells import Cell, Where, shown
from wellrun.exchange.dates import Period, Written
from wellrun.exchange.refusals import DateOrderError, DateOrderQuestion, TableError

DateOrder: TypeAlias = Literal["day-first", "month-first"]
WORDS: dict[DateOrder, str] = {"day-first": "day first", "month-first": "month first"}


def settle_order(
    written: dict[Cell, Written], where: Where, order: DateOrder | None
) -> tuple[dict[Cell, Written], DateOrder | None, tuple[str, ...]]:
    """Settle the order of day and month for the whole column, or ask."""
    numeric = {cell: each for cell, each in written.items() if each.numeric}
    if not numeric:
        return written, None, ()
    if dated := [cell for cell, each in written.items() if each.style == "date cell"]:
        raise _half_dates(where.first(dated), where.first(numeric), where)
    found = order or _proved_order(numeric, where)
    if impossible := [cell for cell, each in numeric.items() if in_order(each, found) is None]:
        raise _impossible(where.first(impossible), where, found)
    proof = [cell for cell, each in numeric.items() if each.value is None or each.other is None]
    said = (_said_proof(where.first(proof), where, found),) if proof and not order else ()
    settled = {
        cell: replace(each, value=in_order(each, found)) if each.numeric else each
        for cell, each in written.items()
    }
    return settled, found, said


def in_order(written: Written, order: DateOrder) -> Period | None:
    """What a numeric date means in this order; ``None`` where there is no such day."""
    return written.value if order == "day-first" else written.other


def _proved_order(numeric: dict[Cell, Written], where: Where) -> DateOrder:
    only_day = [cell for cell, each in numeric.items() if each.other is None]
    only_month = [cell for cell, each in numeric.items() if each.value is None]
    if only_day and only_month:
        raise _both_orders(where.first(only_day), where.first(only_month), where)
    if only_month:
        return "month-first"
    two_ways = [cell for cell, each in numeric.items() if each.value != each.other]
    if only_day or not two_ways:
        return "day-first"
    cell = where.first(two_ways)
    raise DateOrderError(
        DateOrderQuestion(
            column=where.column,
            row=where.row_of(cell),
            example=shown(cell),
            day_first=_day_of(numeric[cell].value),
            month_first=_day_of(numeric[cell].other),
        )
    )


def _day_of(period: Period | None) -> date:
    if isinstance(period, datetime):
        return period.date()
    if isinstance(period, date):
        return period
    raise TypeError(period)


def _said_proof(cell: Cell, where: Where, order: DateOrder) -> str:
    return (
        f"Dates in “{where.column}” have the {WORDS[order]}: "
        f"“{shown(cell)}” in row {where.row_of(cell)} shows it."
    )


def _impossible(cell: Cell, where: Where, order: DateOrder) -> TableError:
    return TableError(
        f"Row {where.row_of(cell)} has “{shown(cell)}” in column “{where.column}”. "
        f"That is no date with the {WORDS[order]}.",
        row=where.row_of(cell),
        column=where.column,
        remedy="Correct the date, or choose the other order.",
        option=f"--dates {'month-first' if order == 'day-first' else 'day-first'}",
    )


def _both_orders(day_first: Cell, month_first: Cell, where: Where) -> TableError:
    one, two = sorted([day_first, month_first], key=where.row_of)
    return TableError(
        f"Column “{where.column}” mixes two kinds of date: “{shown(one)}” in row {where.row_of(one)} "
        f"and “{shown(two)}” in row {where.row_of(two)}. One has the day first, the other the month.",
        row=where.row_of(two),
        column=where.column,
        remedy="Write every date the same way, best as 2026-04-14.",
    )


def _half_dates(dated: Cell, text: Cell, where: Where) -> TableError:
    # A spreadsheet set to the wrong country turns 03/04/2021 into a date with day and month swapped, and
    # leaves 13/04/2021 as text. The column then looks right, and half of it is wrong.
    return TableError(
        f"Column “{where.column}” holds a real date in row {where.row_of(dated)} "
        f"but the text “{shown(text)}” in row {where.row_of(text)}. "
        f"The spreadsheet may have swapped day and month.",
        row=where.row_of(text),
        column=where.column,
        remedy="Go back to the original file, and write every date as 2026-04-14.",
    )
