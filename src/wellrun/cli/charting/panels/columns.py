"""From a table that has been read to the columns of a panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wellrun.exchange.assembly import Source, dated, hidden_in
from wellrun.exchange.grouping import name_by_cell
from wellrun_spc.panel.arrow import chosen, table
from wellrun_spc.panel.periods import period_column

X, Y, N, AIM, HIDDEN = "x", "y", "n", "aim", "hidden"
"""Names of columns in the panel, whatever they are called in the file."""


class Columns(NamedTuple):
    """What a panel is made from."""

    table: pa.Table
    by: list[str]
    rows: npt.NDArray[np.int64]
    """Where each row stands in the table that was read."""
    has_n: bool
    has_x: bool
    has_hidden: bool


def columns_of(source: Source, aims: Sequence[float | None] | None = None) -> Columns:
    """The columns of those rows that have a period; raises `TableError` for a number without one.

    ``aims`` are targets, one for each row of the table.
    """
    kept = dated(source)
    rows = np.arange(len(source.table)) if len(kept) == len(source.table) else np.array(kept, np.int64)
    hidden = hidden_in(source)
    groups = {f"by{place}": _names(source, name, rows) for place, name in enumerate(source.roles.by)}
    columns: dict[str, Any] = {
        **groups,
        Y: _floats(source.values.values, rows, percent=source.values.percent),
    }
    if source.n is not None:
        columns[N] = _floats(source.n.values, rows)
    if aims is not None:
        columns[AIM] = _floats(aims, rows)
    if source.periods is not None:
        columns[X] = period_column([value for value in source.periods.values if value is not None])
    if hidden is not None:
        columns[HIDDEN] = np.array(hidden, np.bool_)[rows]
    return Columns(
        table(columns),
        list(groups),
        rows,
        source.n is not None,
        source.periods is not None,
        hidden is not None,
    )


def _floats(
    values: Sequence[float | None], rows: npt.NDArray[np.int64], *, percent: bool = False
) -> npt.NDArray[np.float64]:
    numbers = np.array(values, np.float64)[rows]
    return numbers / 100 if percent else numbers


def _names(source: Source, column: str, rows: npt.NDArray[np.int64]) -> pa.Array:
    cells = source.table.column(column)
    names = name_by_cell(cells)
    # two cells may have one name: 7 as a number and as text
    places = {name: place for place, name in enumerate(dict.fromkeys(names.values()))}
    codes = {cell: places[name] for cell, name in names.items()}
    return chosen(list(places), np.fromiter(map(codes.__getitem__, cells), np.int32, len(cells))[rows])
