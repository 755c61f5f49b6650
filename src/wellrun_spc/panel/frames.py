"""Tables of any kind in, and the same kind out: Polars, pandas, Arrow, or a dictionary of columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa

from wellrun_spc.panel.arrow import flags_in, floats_in
from wellrun_spc.series import SeriesError

Give: TypeAlias = Callable[[pa.Table], Any]
"""Turns an Arrow table into the kind of table that was given."""


class Frame(NamedTuple):
    """A table that was given, as Arrow."""

    table: pa.Table
    give: Give


def frame_of(given: Any) -> Frame:
    """Any table as Arrow, without copying where that can be; raises `SeriesError` for anything else."""
    if isinstance(given, pa.Table):
        return Frame(given, _same)
    if isinstance(given, pa.RecordBatch):
        return Frame(pa.Table.from_batches([given]), _same)
    if isinstance(given, Mapping):
        return Frame(_from_columns(given), _same)
    maker = type(given).__module__.partition(".")[0]
    if maker == "pandas":
        return Frame(pa.Table.from_pandas(given, preserve_index=False), pa.Table.to_pandas)
    if hasattr(given, "collect"):  # a lazy frame of Polars
        given = given.collect()
    if hasattr(given, "__arrow_c_stream__"):
        return Frame(pa.table(given), type(given) if maker == "polars" else _same)
    raise SeriesError(
        f"A panel cannot be read from a {type(given).__name__}.",
        remedy="Pass a Polars or pandas data frame, an Arrow table, or a dictionary of columns.",
    )


def _same(table: pa.Table) -> pa.Table:
    return table


def _from_columns(given: Mapping[str, Any]) -> pa.Table:
    sizes = {len(column) for column in given.values()}
    if len(sizes) > 1:
        raise SeriesError(
            "The columns are not equally long.", remedy="Give one entry for each point in every column."
        )
    return pa.table({name: pa.array(column) for name, column in given.items()})


def column_of(table: pa.Table, name: str) -> pa.Array:
    """One column in one piece, categories as text; raises `SeriesError` naming those there are."""
    if name not in table.column_names:
        raise SeriesError(
            f"There is no column “{name}”.",
            remedy=f"The columns are {', '.join(map(str, table.column_names))}.",
        )
    return _spelled_out(table.column(name).combine_chunks())


def _spelled_out(column: pa.Array) -> pa.Array:
    """A column without categories, and without views of text, with which little can be done so far."""
    if pa.types.is_dictionary(column.type):
        return pa.DictionaryArray.from_arrays(
            column.indices, _spelled_out(column.dictionary)
        ).dictionary_decode()
    return column.cast(pa.large_string()) if pa.types.is_string_view(column.type) else column


def numbers_of(table: pa.Table, name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    """A column as floats, NaN where missing."""
    column = column_of(table, name)
    if not (_is_number(column.type) or pa.types.is_null(column.type)):
        raise SeriesError(
            f"The column “{name}” does not hold numbers, but {column.type}.",
            remedy="Choose a column of numbers, or turn it into numbers first.",
        )
    return floats_in(column if pa.types.is_null(column.type) else column.cast(pa.float64()))


def _is_number(kind: Any) -> bool:
    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def flags_of(table: pa.Table, name: str) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """A column of yes and no; missing is no."""
    column = column_of(table, name)
    if not pa.types.is_boolean(column.type):
        raise SeriesError(
            f"The column “{name}” does not hold yes or no, but {column.type}.",
            remedy="Use a column of True and False.",
        )
    return flags_in(column)


def names_in(by: str | Sequence[str]) -> list[str]:
    """The names of one column or several."""
    return [by] if isinstance(by, str) else list(by)
