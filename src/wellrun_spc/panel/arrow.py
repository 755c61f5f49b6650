"""NumPy columns and lists of text as Arrow columns.

Without `pyarrow.array`, which imports pandas to look at what it is given: that takes longer than a panel.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa


def arrow(column: npt.NDArray[Any], missing: npt.NDArray[np.bool_] | None = None) -> pa.Array:
    """A column of numbers or flags; the memory is shared where it can be."""
    kind = pa.from_numpy_dtype(column.dtype)
    valid = None if missing is None or not missing.any() else pa.py_buffer(_bits(~missing))
    data = _bits(column) if column.dtype == np.bool_ else np.ascontiguousarray(column)
    return pa.Array.from_buffers(kind, len(column), [valid, pa.py_buffer(data)])


def flags_in(column: pa.Array) -> npt.NDArray[np.bool_]:
    """A column of yes and no, as flags; missing is no."""
    flags = _flags(column.buffers()[1], column)
    return flags & valid_in(column) if column.null_count else flags


def valid_in(column: pa.Array) -> npt.NDArray[np.bool_]:
    """Where a column is not missing."""
    if not column.null_count:
        return np.ones(len(column), np.bool_)
    if pa.types.is_null(column.type):
        return np.zeros(len(column), np.bool_)
    return _flags(column.buffers()[0], column)


def _flags(buffer: pa.Buffer, column: pa.Array) -> npt.NDArray[np.bool_]:
    first, last = column.offset, column.offset + len(column)
    packed = np.frombuffer(buffer, np.uint8, (last + 7) // 8)
    return np.unpackbits(packed, count=last, bitorder="little")[first:].astype(np.bool_)


def floats_in(column: pa.Array) -> npt.NDArray[np.float64]:
    """A column of floats, NaN where missing; the memory is shared where nothing is."""
    if pa.types.is_null(column.type):
        return np.full(len(column), np.nan)
    found: npt.NDArray[np.float64] = values_in(column)
    return np.where(valid_in(column), found, np.nan) if column.null_count else found


def values_in(column: pa.Array) -> npt.NDArray[Any]:
    """A column of numbers as it stands in memory, whatever stands where one is missing."""
    first, last = column.offset, column.offset + len(column)
    if not len(column):
        return np.empty(0, column.type.to_pandas_dtype())
    return np.frombuffer(column.buffers()[1], column.type.to_pandas_dtype())[first:last]


def _bits(flags: npt.NDArray[np.bool_]) -> npt.NDArray[np.uint8]:
    return np.packbits(flags, bitorder="little")


def numbers(column: npt.NDArray[np.float64]) -> pa.Array:
    """A column in which NaN is missing."""
    return arrow(column, np.isnan(column))


def texts(column: Sequence[str]) -> pa.Array:
    """A column of text."""
    encoded = [text.encode() for text in column]
    stops = np.fromiter(accumulate(map(len, encoded), initial=0), np.int64, len(encoded) + 1)
    buffers = [None, pa.py_buffer(stops), pa.py_buffer(b"".join(encoded))]
    return pa.Array.from_buffers(pa.large_string(), len(encoded), buffers)


def chosen(
    names: Sequence[str], codes: npt.NDArray[Any], missing: npt.NDArray[np.bool_] | None = None
) -> pa.Array:
    """A column that names one of a few things in each row."""
    return pa.DictionaryArray.from_arrays(arrow(codes, missing), texts(names))


def table(columns: dict[str, Any]) -> pa.Table:
    """A table of columns of either kind."""
    ready = [
        column if isinstance(column, (pa.Array, pa.ChunkedArray)) else arrow(column)
        for column in columns.values()
    ]
    return pa.Table.from_arrays(ready, names=list(columns))
