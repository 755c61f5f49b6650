"""Reading text files: encoding, separator, quotes and line ends, row by row."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import BinaryIO

from wellrun.exchange.cells import Cell
from wellrun.exchange.refusals import TableError
from wellrun.exchange.spelling import Decimal
from wellrun.exchange.tables.at_once import columns_at_once
from wellrun.exchange.tables.encodings import FALLBACKS, SAID_FALLBACK, encodings_for, not_text
from wellrun.exchange.tables.limits import Limits
from wellrun.exchange.tables.shape import table_of
from wellrun.exchange.tables.table import Table

SEPARATORS = "\t;|,"
"""In order of trust where two fit equally: a comma is the likeliest of them to stand inside a number."""
NAMES = {"\t": "tabs", ";": "semicolons", "|": "bars"}
EXCEL_HINT = re.compile(r"sep=(.)\s*", re.IGNORECASE)
"""A first line that Excel understands: it names the separator and is no row of the table."""


def read_delimited(opened: Callable[[], BinaryIO], head: bytes, *, name: str, limits: Limits) -> Table:
    """Read a text file into a table.

    Parameters
    ----------
    opened : callable
        Opens the file from its start, again for each encoding that has to be tried.
    head : bytes
        Its first bytes, to judge by.
    """
    for encoding in encodings_for(head):
        said = [SAID_FALLBACK] if encoding in FALLBACKS else []
        try:
            return _read(opened, encoding, name, limits, said)
        except UnicodeError:
            continue
    raise not_text()


def _read(opened: Callable[[], BinaryIO], encoding: str, name: str, limits: Limits, said: list[str]) -> Table:
    separator, hinted = _separator(opened, encoding)
    if separator in NAMES:
        said = [*said, f"The columns are separated by {NAMES[separator]}."]
    for strict in (True, False):
        with io.TextIOWrapper(opened(), encoding=encoding, newline="") as text:
            if hinted:
                text.readline()
            rows: Iterator[list[Cell]] = csv.reader(text, delimiter=separator, strict=strict)  # type: ignore[assignment]
            at_once = partial(columns_at_once, opened, limits.at_once, encoding, separator, int(hinted))
            lean: Decimal | None = "," if separator == ";" else None
            try:
                return table_of(rows, limits=limits, name=name, lean=lean, notices=said, at_once=at_once)
            except csv.Error as error:
                if not (strict and "expected after" in str(error)):
                    raise _open_quote(opened, encoding, separator) from error
                # A quote inside a cell, as in 5" pipe: read it as it stands.
    raise not_text()


def _open_quote(opened: Callable[[], BinaryIO], encoding: str, separator: str) -> TableError:
    """The words for a quotation mark that never closes; the rows are counted again to name the one."""
    row = 1
    with io.TextIOWrapper(opened(), encoding=encoding, newline="") as text, suppress(csv.Error):
        for row, _ in enumerate(csv.reader(text, delimiter=separator, strict=True), 2):  # noqa: B007
            pass
    return TableError(
        f"A quotation mark that opens in row {row} never closes.",
        row=row,
        remedy="Add the closing quotation mark, or take the opening one out.",
    )


def _separator(opened: Callable[[], BinaryIO], encoding: str) -> tuple[str, bool]:
    """The separator, and whether the file names it in a line of its own."""
    with io.TextIOWrapper(opened(), encoding=encoding, newline="") as text:
        sample = text.read(50_000)
    lines = sample.splitlines(keepends=True)
    if hint := EXCEL_HINT.fullmatch(lines[0]) if lines else None:
        return hint[1], True
    if len(sample) == 50_000 and len(lines) > 1:
        lines.pop()  # most likely cut in the middle
    fits = {each: _fit(lines, each) for each in SEPARATORS}
    return max(SEPARATORS, key=fits.__getitem__) if any(fits.values()) else ",", False


def _fit(lines: list[str], separator: str) -> float:
    """Share of rows that have the commonest width, where that is more than one cell."""
    widths: Counter[int] = Counter()
    try:
        for row in csv.reader(lines, delimiter=separator):
            if any(row):
                widths[len(row)] += 1
    except csv.Error:
        return 0
    several = {width: count for width, count in widths.items() if width > 1}
    return round(max(several.values()) / widths.total(), 3) if several else 0
