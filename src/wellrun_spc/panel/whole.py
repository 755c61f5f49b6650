"""Whole series out of batches that cut them: the last series that came is held back until it is complete."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wellrun_spc.panel.arrow import flags_in


def whole_series(batches: Iterable[pa.RecordBatch], by: Sequence[str], rows: int) -> Iterator[pa.Table]:
    """Tables of about ``rows`` rows in which no series is cut, from batches in which series stand together.

    Only what is held back and the next rows are in memory. A series that is longer makes a table of its own
    length.
    """
    held: list[pa.RecordBatch] = []
    waiting, enough = 0, rows
    for batch in batches:
        held.append(batch)
        waiting += batch.num_rows
        if waiting < enough:
            continue
        table = pa.Table.from_batches(held)
        cut = start_of_last(table, by)
        if cut:
            yield table.slice(0, cut)
        held = table.slice(cut).to_batches()
        waiting = table.num_rows - cut
        # one series that is longer than this: look again when twice as much has come, not at each batch
        enough = max(rows, 2 * waiting)
    if waiting:
        yield pa.Table.from_batches(held)


def start_of_last(table: pa.Table, by: Sequence[str]) -> int:
    """The row in which the last series of a table begins."""
    is_other = np.zeros(table.num_rows, np.bool_)
    for name in by:
        column = table.column(name).combine_chunks()
        last = column[table.num_rows - 1]
        if last.is_valid:
            empty = column.is_null()
            is_other |= flags_in(pc.if_else(empty, empty, pc.not_equal(column, last)))
        else:
            is_other |= flags_in(column.is_valid())
    others = np.flatnonzero(is_other)
    return int(others[-1]) + 1 if len(others) else 0
