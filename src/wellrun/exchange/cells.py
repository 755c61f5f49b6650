"""What a cell of somebody else's table holds, and how we name it in a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple, TypeAlias

Cell: TypeAlias = str | float | date | datetime
"""Text from a text file; text, a number, a date or a moment from a workbook."""


class Where(NamedTuple):
    """The column at hand, to name the row of a cell in a message."""

    column: str
    cells: Sequence[Cell]
    rows: Sequence[int]

    def row_of(self, cell: Cell) -> int:
        """Number of the first row that holds this cell."""
        return self.rows[list(self.cells).index(cell)]

    def first(self, cells: Iterable[Cell]) -> Cell:
        """Of these cells, the one that comes first in the file."""
        wanted = set(cells)
        return next(cell for cell in self.cells if cell in wanted)


def shown(cell: Cell) -> str:
    """A cell as it is repeated in a message: short, on one line."""
    text = " ".join(cell_text(cell).split())
    return text if len(text) <= 40 else text[:39] + "…"


def cell_text(cell: Cell) -> str:
    """A cell as text: whole numbers without ``.0``, dates as ISO."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return cell.isoformat()
