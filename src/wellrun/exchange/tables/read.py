"""The front door for files: bytes or a path in, a table out, or words that say why not."""

from __future__ import annotations

import io
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from wellrun.exchange.refusals import TableError
from wellrun.exchange.tables.contents import ENCRYPTED, content_of
from wellrun.exchange.tables.delimited import read_delimited
from wellrun.exchange.tables.limits import Limits
from wellrun.exchange.tables.table import Table

HEAD = 1 << 16
WORKBOOKS = "wellrun.exchange.tables.workbook"
"""Loaded by name when the first workbook comes: a text file needs neither zip nor calamine (30 ms)."""


def read_table(
    source: Path | bytes, *, name: str = "", sheet: str | None = None, limits: Limits | None = None
) -> Table:
    """Read a CSV or XLSX file, judged by its content and not by its name.

    Parameters
    ----------
    source : Path or bytes
        The file, or what is in it.
    name : str
        Its name, for messages; taken from the path where there is one.
    sheet : str, optional
        Sheet of a workbook, by name or number; otherwise the first that is not empty.
    limits : Limits, optional
        How large it may be; the defaults suit a command.

    Returns
    -------
    Table
        Columns of cells as they stand in the file, with notices of what was done to read them.

    Raises
    ------
    TableError
        With the row where there is one, and what to do.
    OSError
        Where the path cannot be read.
    """
    limits = limits or Limits()
    opened = _opener(source)
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > limits.bytes:
        raise TableError(
            f"The file has {_megabytes(size)}. We take up to {_megabytes(limits.bytes)}.",
            remedy=limits.advice,
        )
    with opened() as file:
        head = file.read(HEAD)
        encrypted = ENCRYPTED in head
        file.seek(max(0, size - HEAD))
        encrypted = encrypted or ENCRYPTED in file.read(HEAD)
    name = name or (source.name if isinstance(source, Path) else "")
    if content_of(head, encrypted) == "package":
        workbooks = import_module(WORKBOOKS)
        table: Table = workbooks.read_workbook(opened, name=name, sheet=sheet, limits=limits)
        return table
    if sheet:
        raise TableError("A text file has no sheets.", remedy="Leave the sheet out.", option="(no --sheet)")
    return read_delimited(opened, head, name=name, limits=limits)


def _opener(source: Path | bytes) -> Callable[[], BinaryIO]:
    if isinstance(source, bytes):
        return lambda: io.BytesIO(source)
    return lambda: source.open("rb")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
