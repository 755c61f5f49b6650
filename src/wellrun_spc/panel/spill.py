"""Series that do not stand together in a file, sorted into parts on disk: all rows of a series into one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wellrun_spc.panel.arrow import arrow
from wellrun_spc.panel.grouping import groups_of
from wellrun_spc.panel.keys import codes_of, keys_at

PARTS = 128
"""Open files that any system allows. A file of a hundred million rows makes parts of a million or so."""


def marks_of(keys: pa.Table) -> npt.NDArray[np.int64]:
    """A number for each row of keys, the same in one process wherever the keys are the same."""
    return np.fromiter(map(hash, zip(*keys.to_pydict().values(), strict=True)), np.int64, keys.num_rows)


def parts_of(batches: Iterable[pa.RecordBatch], by: Sequence[str], rows: int) -> Iterator[pa.Table]:
    """Tables in which all series are whole, through files in a folder that is removed in the end.

    How many rows there are is not known before all are read, so they go to many parts, and parts are taken
    together until there are ``rows`` rows.
    """
    with tempfile.TemporaryDirectory(prefix="wellrun-") as name:
        together: list[pa.Table] = []
        waiting = 0
        for path in _sorted(batches, by, Path(name)):
            with pa.OSFile(str(path)) as source, pa.ipc.open_stream(source) as reader:
                together.append(reader.read_all())
            waiting += together[-1].num_rows
            if waiting >= rows:
                yield pa.concat_tables(together)
                together, waiting = [], 0
        if together:
            yield pa.concat_tables(together)


def _sorted(batches: Iterable[pa.RecordBatch], by: Sequence[str], folder: Path) -> list[Path]:
    files: dict[int, pa.RecordBatchStreamWriter] = {}
    with ExitStack() as stack:
        for batch in batches:
            for part, rows in _split(pa.Table.from_batches([batch]), by):
                if part not in files:
                    path = str(folder / f"{part}.arrow")
                    files[part] = stack.enter_context(pa.ipc.new_stream(path, batch.schema))
                files[part].write_table(rows)
    return [folder / f"{part}.arrow" for part in sorted(files)]


def _split(table: pa.Table, by: Sequence[str]) -> Iterator[tuple[int, pa.Table]]:
    """The rows of each part, in the order they came."""
    groups = groups_of(codes_of(table, by), threads=1)
    order = np.arange(table.num_rows) if groups.order is None else groups.order
    marks = marks_of(keys_at(table, by, order[groups.starts[:-1]])) % PARTS
    part_of = np.empty(table.num_rows, np.int64)
    part_of[order] = np.repeat(marks, np.diff(groups.starts))
    for part in np.unique(marks).tolist():
        yield part, table.take(arrow(np.flatnonzero(part_of == part)))
