"""Keeping only some rows of a table: those where a column holds a given text."""

from __future__ import annotations

from collections.abc import Iterable

from wellrun.exchange.cells import cell_text, shown
from wellrun.exchange.refusals import TableError
from wellrun.exchange.tables import Table


def keep_rows(table: Table, where: Iterable[tuple[str, str]]) -> Table:
    """Keep the rows that hold these texts: any of those named for one column, and every column named.

    Raises
    ------
    TableError
        A column is not in the table, or no row is left; with the texts that the column does hold.
    """
    wanted: dict[str, set[str]] = {}
    for column, text in where:
        wanted.setdefault(table.name_of(column), set()).add(text.strip())
    positions: list[int] | range = range(len(table))
    for column, texts in wanted.items():
        cells = table.column(column)
        fitting = {cell for cell in set(cells) if cell_text(cell) in texts}
        kept = [position for position in positions if cells[position] in fitting]
        if not kept:
            raise _nothing_left(table, column, texts)
        positions = kept
    return table.only(positions) if wanted else table


def _nothing_left(table: Table, column: str, texts: set[str]) -> TableError:
    held = sorted({shown(cell) for cell in table.column(column)})
    listed = ", ".join(f"“{text}”" for text in held[:12]) + (" and more" if len(held) > 12 else "")
    return TableError(
        f"No row has “{'” or “'.join(sorted(texts))}” in column “{column}”.",
        column=column,
        remedy=f"The column holds {listed}.",
    )
