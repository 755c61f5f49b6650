"""Names of series as codes: whole numbers in order of first appearance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wellrun_spc.panel.arrow import arrow, valid_in, values_in
from wellrun_spc.panel.frames import column_of
from wellrun_spc.series import SeriesError


def keys_at(table: pa.Table, by: Sequence[str], rows: npt.NDArray[np.int64]) -> pa.Table:
    """The keys in some rows."""
    return pa.Table.from_arrays([column_of(table, name).take(arrow(rows)) for name in by], names=list(by))


def codes_of(table: pa.Table, by: Sequence[str]) -> npt.NDArray[Any]:
    """A code for each row, the same where all the columns of ``by`` are; raises `SeriesError`."""
    if not by:
        raise SeriesError(
            "No column says which series a row is part of.", remedy="Name one or more columns as by."
        )
    columns = [_known(table, name) for name in by]
    if len(columns) == 1 and pa.types.is_integer(columns[0].type) and _is_rising(columns[0]):
        return values_in(columns[0])
    codes = _encoded(columns[0])
    for column in columns[1:]:
        further = _encoded(column)
        pairs = codes.astype(np.int64) * (int(further.max(initial=0)) + 1) + further
        codes = _encoded(arrow(pairs))
    return codes


def _known(table: pa.Table, name: str) -> pa.Array:
    column = column_of(table, name)
    if column.null_count:
        row = int(np.argmin(valid_in(column))) + 1
        raise SeriesError(
            f"The column “{name}” is empty.",
            remedy="Say which series the row is part of, or leave it out.",
            row=row,
        )
    return column


def _is_rising(column: pa.Array) -> bool:
    codes = values_in(column)
    return bool((codes[1:] >= codes[:-1]).all())


def _encoded(column: pa.Array) -> npt.NDArray[Any]:
    return values_in(column.dictionary_encode().indices)
