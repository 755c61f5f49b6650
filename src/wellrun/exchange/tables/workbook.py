"""Reading XLSX workbooks with calamine, once they have been measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, BinaryIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from wellrun.exchange.cells import Cell
from wellrun.exchange.refusals import TableError
from wellrun.exchange.tables.archive import check_archive, damaged
from wellrun.exchange.tables.limits import Limits
from wellrun.exchange.tables.shape import table_of
from wellrun.exchange.tables.table import Table


def read_workbook(opened: Callable[[], BinaryIO], *, name: str, sheet: str | None, limits: Limits) -> Table:
    """Read one sheet of an XLSX workbook into a table.

    Parameters
    ----------
    opened : callable
        Opens the file from its start.
    sheet : str, optional
        Name of the sheet, or its number from 1; otherwise the first visible sheet with anything in it.
    """
    with opened() as file:
        check_archive(file, limits)
    with opened() as file:
        try:
            workbook = CalamineWorkbook.from_filelike(file)
            chosen, rows = _sheet_rows(workbook, sheet)
            table = table_of(rows, limits=limits, name=name, notices=_said_sheet(workbook, chosen, sheet))
        except PasswordError as error:
            raise TableError(
                "The workbook has a password, so we cannot open it.",
                remedy="Remove the password in Excel and save it again.",
            ) from error
        except CalamineError as error:
            raise damaged() from error
        except BaseException as error:
            # A panic in the reader's Rust code is no Exception; it means the same as damage.
            if type(error).__name__ == "PanicException":
                raise damaged() from error
            raise
    return table.of_sheet(chosen, tuple(workbook.sheet_names))


def _sheet_rows(workbook: CalamineWorkbook, wanted: str | None) -> tuple[str, Iterator[list[Cell]]]:
    names = [_sheet_named(workbook, wanted)] if wanted else _visible(workbook)
    for name in names:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.height:
            return name, map(_plain_row, sheet.iter_rows())
    what = f"Sheet “{names[0]}” is empty." if wanted else "The workbook is empty."
    raise TableError(what, remedy="Choose a sheet with a header row and some numbers.")


def _visible(workbook: CalamineWorkbook) -> list[str]:
    return [each.name for each in workbook.sheets_metadata if each.visible == SheetVisibleEnum.Visible]


def _sheet_named(workbook: CalamineWorkbook, wanted: str) -> str:
    names = workbook.sheet_names
    for name in names:
        if name.strip().casefold() == wanted.strip().casefold():
            return name
    if wanted.isdecimal() and 1 <= int(wanted) <= len(names):
        return names[int(wanted) - 1]
    listed = ", ".join(f"“{name}”" for name in names[:12])
    raise TableError(
        f"There is no sheet “{wanted}”.", remedy=f"The sheets are {listed}.", option="--sheet NAME"
    )


def _said_sheet(workbook: CalamineWorkbook, chosen: str, wanted: str | None) -> list[str]:
    others = [name for name in workbook.sheet_names if name != chosen]
    if wanted or not others:
        return []
    listed = ", ".join(f"“{name}”" for name in others[:8]) + (" and more" if len(others) > 8 else "")
    return [f"We read sheet “{chosen}”. The workbook also has {listed}."]


def _plain_row(row: list[Any]) -> list[Cell]:
    return [cell if type(cell) is str else _plain(cell) for cell in row]


def _plain(cell: Any) -> Cell:
    """Bring a cell to one of the four kinds we know."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return float(cell) if math.isfinite(cell) else "nan"
    if isinstance(cell, date | datetime):
        return cell
    return str(cell)
