"""Which column holds what, guessed from the names that such files have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wellrun.core.blanks import on_one_line
from wellrun.core.folding import folded
from wellrun.exchange.cells import Cell, cell_text
from wellrun.exchange.refusals import TableError
from wellrun.exchange.tables import Table

Columns = Mapping[str, str | None]
"""Field -> name of the column in the file; ``None`` where there is none."""

UNITS: Mapping[str, Sequence[str]] = {
    "name": ("name", "unit", "unit name", "ward", "team", "service", "department"),
    "code": ("code", "unit code", "id", "unit id", "cost centre"),
    "kind": ("kind", "type", "level", "unit type"),
    "parent": ("parent", "parent code", "above", "belongs to", "parent unit", "parent name", "reports to"),
}
PEOPLE: Mapping[str, Sequence[str]] = {
    "email": ("email", "e-mail", "email address", "e-mail address", "mail"),
    "name": ("name", "full name", "display name", "person"),
    "unit": ("unit", "unit code", "code", "ward", "team", "unit name", "department"),
    "role": ("role", "wellrun role"),
    "perspective": ("perspective", "side"),
    "title": ("title", "job title", "job", "position"),
}


def guess_columns(table: Table, wanted: Mapping[str, Sequence[str]]) -> dict[str, str | None]:
    """For each field the first free column whose name is one of the usual ones."""
    names = {folded(name): name for name in table.header}
    found: dict[str, str | None] = {}
    for field, usual in wanted.items():
        free = (names[name] for name in usual if name in names and names[name] not in found.values())
        found[field] = next(free, None)
    return found


def texts_in(table: Table, columns: Columns, field: str, *, needs: str = "") -> list[str]:
    """The column as text, empty cells where there is no such column.

    Raises `TableError` where the field cannot be done without: ``needs`` is the word for it.
    """
    name = columns.get(field)
    if name is None:
        if needs:
            raise TableError(
                f"We found no column with {needs}.",
                remedy="Say which column it is, or bring a file that has one.",
            )
        return [""] * len(table)
    return [_text(cell) for cell in table.column(name)]


def _text(cell: Cell) -> str:
    """As it is kept: a preview that turns its own words around would show something else."""
    return on_one_line(cell_text(cell))
