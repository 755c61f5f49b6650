"""A column of numbers as people write them: thousands, decimal commas, percent signs, money, hidden cells."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wellrun.exchange.cells import Cell, Where, shown
from wellrun.exchange.markers import Absence, absence_of
from wellrun.exchange.refusals import TableError
from wellrun.exchange.spelling import Decimal, Spelling, evidence_in, spelling_of, value_of

NAMES: dict[str, str] = {".": "point", ",": "comma"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """A column read as numbers."""

    values: list[float | None]
    absences: dict[Cell, Absence] = field(default_factory=dict)
    """The cells that hold no number, as written, and why."""
    percent: bool = False
    """The cells carry percent signs; 95% is kept as 95."""
    decimal: Decimal | None = None
    """The decimal mark that was found or decided; ``None`` where every number is whole."""
    said: tuple[str, ...] = ()


def read_numbers(
    cells: Sequence[Cell],
    *,
    column: str,
    rows: Sequence[int],
    decimal: Decimal | None = None,
    lean: Decimal = ".",
) -> Numbers:
    """Read a column of cells as numbers.

    Parameters
    ----------
    cells : sequence
        The cells, as they stand in the file.
    column : str
        Name of the column, for messages.
    rows : sequence of int
        Row number of each cell, for messages.
    decimal : {".", ","}, optional
        The decimal mark, where the person has said so; otherwise the column's own evidence decides.
    lean : {".", ","}
        What to take where nothing in the column decides, for example where every number looks like ``1,234``.

    Raises
    ------
    TableError
        Naming the first cell that is no number, or the two cells that cannot both be right.
    """
    where = Where(column, cells, rows)
    plain, odd = _plain_numbers(set(cells))
    absences, spelt = _spell(odd, where)
    marked = decimal == "," or any("," in each.body for each in spelt.values())
    if marked or lean == "," or any(each.percent for each in spelt.values()):
        spelt |= _spell([cell for cell in plain if isinstance(cell, str)], where)[1]
        plain = {cell: value for cell, value in plain.items() if cell not in spelt}
    mark, said = _decimal_mark(spelt, where, decimal, lean)
    percent = _percent(spelt, plain, where)
    parsed: dict[Cell, float | None] = dict.fromkeys(absences)
    parsed.update(plain)
    for cell, spelling in spelt.items():
        parsed[cell] = _value(spelling, mark or ".", cell, where)
    values = list(map(parsed.__getitem__, cells))
    return Numbers(values=values, absences=absences, percent=percent, decimal=mark, said=said)


def _plain_numbers(distinct: set[Cell]) -> tuple[dict[Cell, float], list[Cell]]:
    """Numbers that Python itself can read, and the rest. Kept bare: a million cells may come through here."""
    plain: dict[Cell, float] = {}
    odd: list[Cell] = []
    for cell in distinct:
        try:
            plain[cell] = float(cell)  # type: ignore[arg-type]  # a date raises TypeError, and that is its answer
        except (ValueError, TypeError):
            odd.append(cell)
    if not all(map(math.isfinite, plain.values())) or any(isinstance(c, str) and "_" in c for c in plain):
        # float() also takes "nan", "infinity" and "1_000", which nobody means as numbers in a table.
        wrong = [c for c, value in plain.items() if not math.isfinite(value) or "_" in str(c)]
        odd += wrong
        for cell in wrong:
            del plain[cell]
    return plain, odd


def _spell(cells: Iterable[Cell], where: Where) -> tuple[dict[Cell, Absence], dict[Cell, Spelling]]:
    absences: dict[Cell, Absence] = {}
    spelt: dict[Cell, Spelling] = {}
    wrong: list[Cell] = []
    for cell in cells:
        if isinstance(cell, str) and (absence := absence_of(cell)):
            absences[cell] = absence
        elif isinstance(cell, str) and (spelling := spelling_of(cell)):
            spelt[cell] = spelling
        else:
            wrong.append(cell)
    if wrong:
        raise _not_a_number(where.first(wrong), where)
    return absences, spelt


def _decimal_mark(
    spelt: dict[Cell, Spelling], where: Where, decimal: Decimal | None, lean: Decimal
) -> tuple[Decimal | None, tuple[str, ...]]:
    if decimal:
        return decimal, ()
    by_mark: dict[str, list[Cell]] = {}
    for cell, spelling in spelt.items():
        by_mark.setdefault(evidence_in(spelling.body), []).append(cell)
    if "." in by_mark and "," in by_mark:
        raise _two_marks(where.first(by_mark["."]), where.first(by_mark[","]), where)
    if "." in by_mark or "," in by_mark:
        return (",", (_said_comma(where, by_mark[","]),)) if "," in by_mark else (".", ())
    if "?" not in by_mark:
        return None, ()
    return lean, (_said_assumed(where.first(by_mark["?"]), where, lean),)


def _said_comma(where: Where, cells: list[Cell]) -> str:
    return f"Numbers in “{where.column}” have a decimal comma, like “{where.first(cells)}”."


def _said_assumed(cell: Cell, where: Where, mark: Decimal) -> str:
    spelling = spelling_of(str(cell))
    read = _value(spelling, mark, cell, where) if spelling else 0.0
    return (
        f"“{cell}” in “{where.column}” could be read two ways. "
        f"We read it as {read:.10g}, with a decimal {NAMES[mark]}. Please check."
    )


def _percent(spelt: dict[Cell, Spelling], plain: dict[Cell, float], where: Where) -> bool:
    signed = [cell for cell, spelling in spelt.items() if spelling.percent]
    if not signed:
        return False
    bare: list[Cell] = [
        cell for cell, spelling in spelt.items() if not spelling.percent and spelling.body != "0"
    ]
    bare += [cell for cell, value in plain.items() if value]
    if bare:
        cell = where.first(bare)
        raise TableError(
            f"Row {where.row_of(cell)} has “{shown(cell)}” in column “{where.column}”, with no percent sign. "
            f"Row {where.row_of(where.first(signed))} has “{where.first(signed)}”.",
            row=where.row_of(cell),
            column=where.column,
            remedy="Write every number in the column the same way.",
        )
    return True


def _value(spelling: Spelling, mark: Decimal, cell: Cell, where: Where) -> float:
    value = value_of(spelling, mark)
    if value is None:
        raise _not_a_number(cell, where, decimal=mark)
    return value


def _not_a_number(cell: Cell, where: Where, decimal: Decimal | None = None) -> TableError:
    row = where.row_of(cell)
    need, remedy = "We need a number there.", "Type a number, like 3, or leave the cell empty."
    if decimal:
        need = f"We expect a decimal {NAMES[decimal]} there."
        remedy = "Write every number in the column the same way."
    elif isinstance(cell, str) and re.fullmatch(r"\d+:\d\d(:\d\d)?", cell.strip()):
        remedy = "Write a time as one number, for example 90 for 90 minutes."
    return TableError(
        f"Row {row} has “{shown(cell)}” in column “{where.column}”. {need}",
        row=row,
        column=where.column,
        remedy=remedy,
    )


def _two_marks(point: Cell, comma: Cell, where: Where) -> TableError:
    first, second = sorted([point, comma], key=where.row_of)
    return TableError(
        f"Column “{where.column}” has “{first}” in row {where.row_of(first)} "
        f"and “{second}” in row {where.row_of(second)}. One has a decimal point, the other a decimal comma.",
        row=where.row_of(second),
        column=where.column,
        remedy="Write every number in the column the same way.",
    )
