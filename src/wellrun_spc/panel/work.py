"""A file computed bit by bit: whole series out of batches, or of parts on disk where they are scattered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple, Protocol

import numpy as np
import pyarrow as pa

from wellrun_spc.panel.front import panel
from wellrun_spc.panel.reading import Progress, Source, batches_of
from wellrun_spc.panel.result import Panel
from wellrun_spc.panel.spill import marks_of, parts_of
from wellrun_spc.panel.whole import whole_series
from wellrun_spc.series import SeriesError


class Counted(NamedTuple):
    """How much there was in a file."""

    rows: int
    series: int


class Sink(Protocol):
    """Takes panels one after the other; together they hold each series of the file once."""

    def write(self, made: Panel) -> None:
        """Take the next panel."""

    def start_again(self) -> None:
        """Forget what has been taken: the rows of some series did not stand together."""


class _TornApart(Exception):  # noqa: N818 - no error: the file is read in another way
    """Rows of one series do not stand together."""


def compute_file(
    source: Source, options: dict[str, Any], sink: Sink, *, rows: int, progress: Progress | None
) -> Counted:
    """Compute all series of a file; raises `SeriesError`."""
    batches, keys = partial(batches_of, source, progress), source.keys
    try:
        counted = _compute(whole_series(batches(), keys, rows), options, sink, _Seen())
    except _TornApart:
        sink.start_again()
        counted = _compute(parts_of(batches(), keys, rows), options, sink, None)
    if not counted.rows:
        raise SeriesError("There are no rows.", remedy="Give at least one.")
    return counted


def _compute(tables: Iterator[pa.Table], options: dict[str, Any], sink: Sink, seen: _Seen | None) -> Counted:
    rows = series = 0
    for table in tables:
        made = panel(table, **options, part=True)
        if seen is not None:
            seen.require_new(made.core.keys)
        sink.write(made)
        rows, series = rows + table.num_rows, series + len(made)
    return Counted(rows, series)


class _Seen:
    """The series that have been computed: none may come again."""

    def __init__(self) -> None:
        self._marks = np.empty(0, np.int64)

    def require_new(self, keys: pa.Table) -> None:
        """Note some series; raises `_TornApart` where one has been seen."""
        marks = marks_of(keys)
        if np.isin(marks, self._marks).any():
            raise _TornApart
        self._marks = np.concatenate([self._marks, marks])
