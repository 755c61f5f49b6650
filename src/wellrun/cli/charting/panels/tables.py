"""Arrow tables as the CSV that the command writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv as arrow_csv

from wellrun.cli.charting.tidy import harmless
from wellrun_spc.panel.arrow import chosen, texts


def csv_bytes(table: pa.Table) -> bytes:
    """A table as CSV; the same cells as Python's own writer would make."""
    sink = pa.BufferOutputStream()
    write_rows(table, sink, with_header=True)
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def write_rows(table: pa.Table, sink: Any, *, with_header: bool) -> None:
    """Add the rows of a table to a file, with the names of the columns before them where asked for."""
    if with_header:
        sink.write((",".join(map(_quoted, table.column_names)) + "\n").encode())
    options = arrow_csv.WriteOptions(include_header=False, quoting_style="needed")
    arrow_csv.write_csv(table, sink, options)


def _quoted(name: str) -> str:
    return f'"{name.replace(chr(34), chr(34) * 2)}"' if set(name) & set(',"\n\r') else name


def spelled(column: pa.Array, say: Callable[[Any], str]) -> pa.Array:
    """A column as text, each different entry said once; empty where it is missing."""
    pieces = column.dictionary_encode()
    entries = [None if entry is None else harmless(say(entry)) for entry in pieces.dictionary.to_pylist()]
    written = texts([str(entry) for entry in entries])
    return pa.DictionaryArray.from_arrays(pieces.indices, written).cast(pa.large_string())


def yes_no(flags: npt.NDArray[np.bool_]) -> pa.Array:
    """Flags as people read them in a table."""
    return chosen(("no", "yes"), flags.astype(np.int8)).cast(pa.large_string())


def whole(column: pa.ChunkedArray | pa.Array) -> pa.Array:
    """A column in one piece."""
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
