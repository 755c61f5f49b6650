"""A file computed bit by bit: whole series out of batches, or of parts on disk where they are scattered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple, Protocol, TypeAlias

import numpy as np
import pyarrow as pa

from wellrun_spc.panel.arrow import arrow
from wellrun_spc.panel.faults import LeftOut, OneSeriesError
from wellrun_spc.panel.front import panel
from wellrun_spc.panel.grouping import groups_of
from wellrun_spc.panel.keys import codes_of, keys_at
from wellrun_spc.panel.lenient import FAULT
from wellrun_spc.panel.problems import name_of
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
    source: Source, options: dict[str, Any], sink: Sink, *, rows: int, progress: Progress | None,
    left_out: LeftOut | None = None,
) -> Counted:  # fmt: skip
    """Compute all series of a file; raises `SeriesError` where one cannot be, and none is to be left out."""
    batches, keys = partial(batches_of, source, progress), source.keys
    make = _whole if left_out is None else partial(_tolerant, left_out=left_out)
    try:
        counted = _compute(whole_series(batches(), keys, rows), options, make, sink, _Seen())
    except _TornApart:
        sink.start_again()
        if left_out is not None:
            left_out.series.clear()
        counted = _compute(parts_of(batches(), keys, rows), options, make, sink, None)
    if not counted.rows:
        raise SeriesError("There are no rows.", remedy="Give at least one.")
    if left_out is not None and left_out.series and not counted.series:
        raise left_out.series[0][1]
    return counted


def _compute(
    tables: Iterator[pa.Table], options: dict[str, Any], make: _Make, sink: Sink, seen: _Seen | None
) -> Counted:
    rows = series = 0
    for table in tables:
        for made in make(table, options, seen):
            sink.write(made)
            series += len(made)
        rows += table.num_rows
    return Counted(rows, series)


def _whole(table: pa.Table, options: dict[str, Any], seen: _Seen | None) -> Iterator[Panel]:
    made = panel(table, **options, part=True)
    if seen is not None:
        seen.require_new(made.core.keys)
    yield made


def _tolerant(
    table: pa.Table, options: dict[str, Any], seen: _Seen | None, *, left_out: LeftOut
) -> Iterator[Panel]:
    """Panels of those series that can be computed."""
    groups = groups_of(codes_of(table, options["by"]))
    if groups.order is not None:
        table = table.take(arrow(groups.order))
    keys = keys_at(table, options["by"], groups.starts[:-1])
    if seen is not None:
        seen.require_new(keys)
    faults = np.array(table.column(FAULT).to_pylist(), object)
    bad = np.add.reduceat(faults != "", groups.starts[:-1]) > 0
    for series in np.flatnonzero(bad).tolist():
        first = next(each for each in faults[groups.starts[series] : groups.starts[series + 1]] if each)
        problem = f"In the series “{name_of(keys, series)}”: {first}"
        left_out.add(
            name_of(keys, series), OneSeriesError(problem, remedy="Correct it, or leave the row out.")
        )
    if not bad.all():
        kept = np.flatnonzero(~np.repeat(bad, np.diff(groups.starts)))
        fine = table.drop_columns([FAULT]).take(arrow(kept))
        yield from _halved(fine, options, left_out)


def _halved(table: pa.Table, options: dict[str, Any], left_out: LeftOut) -> Iterator[Panel]:
    """The panel of a table; of its halves, and theirs, where one of its series cannot be computed."""
    try:
        made = panel(table, **options, part=True)
    except OneSeriesError as error:
        groups = groups_of(codes_of(table, options["by"]))
        series = len(groups.starts) - 1
        if series == 1:
            left_out.add(name_of(keys_at(table, options["by"], np.array([0])), 0), error)
            return
        cut = int(groups.starts[series // 2])
        yield from _halved(table.slice(0, cut), options, left_out)
        yield from _halved(table.slice(cut), options, left_out)
    else:
        yield made


_Make: TypeAlias = Callable[..., Iterator[Panel]]


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
