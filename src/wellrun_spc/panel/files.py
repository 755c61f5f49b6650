"""Panels of files that may be larger than memory, and the table of readings that the command shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from wellrun_spc.panel.frames import names_in
from wellrun_spc.panel.front import panel
from wellrun_spc.panel.reading import Progress, Source, batches_of, column_names
from wellrun_spc.panel.result import Panel
from wellrun_spc.panel.spill import marks_of, parts_of
from wellrun_spc.panel.tables import points_table
from wellrun_spc.panel.tables import readings_table as told_by
from wellrun_spc.panel.whole import whole_series
from wellrun_spc.panel.writing import Result

ROWS_AT_A_TIME = 1_000_000
"""Rows in memory: about 100 MB with everything that is computed from them."""


class Written(NamedTuple):
    """What a file came to."""

    rows: int
    series: int
    readings: pa.Table
    """A row for each series; none where a file was named for them."""


def panel_file(  # noqa: PLR0913 - which column holds what, and where the results go
    path: str | Path,
    *,
    by: str | Sequence[str],
    period: str | None = None,
    value: str | None = None,
    numerator: str | None = None,
    denominator: str | None = None,
    target: float | str | None = None,
    phases: object = None,
    exclude: str | None = None,
    suppress: str | None = None,
    period_format: str | None = None,
    to: str | Path | None = None,
    points: str | Path | None = None,
    progress: Progress | None = None,
    rows: int = ROWS_AT_A_TIME,
    **options: Any,
) -> Written:
    """Compute the panel in a Parquet or CSV file, which may be larger than memory.

    The file is read in batches. Where the rows of each series stand together, the last series of a batch is
    held back until it is complete. Where they do not, the rows are first sorted into parts on disk. Memory
    grows with ``rows`` and with the longest series, not with the file.

    Parameters
    ----------
    path
        A .parquet, .csv or .tsv file.
    by, period, value, numerator, denominator, target, phases, exclude, suppress
        Names of columns, and choices, as for `panel`.
    period_format
        How dates are written, as ``strptime`` has it ("%d/%m/%Y"). ISO dates need none.
    to
        A .parquet or .csv file for a row for each series with its reading in words; without one the rows
        are returned as an Arrow table.
    points
        A .parquet or .csv file for a row for each point.
    progress
        Called with the share of the file that has been read, from 0 to 1.
    rows
        About how many rows are in memory at a time.
    **options
        Options of the chart, as for `panel`: ``chart``, ``rules``, ``direction`` ...

    Returns
    -------
    Written
        How many rows and series there were, and the readings where ``to`` is not named.

    Raises
    ------
    SeriesError
        Where the file, a column or a series cannot be used. No result file is left then.
    """
    places = {
        "by": names_in(by), "period": period, "value": numerator if value is None else value,
        "denominator": denominator, "target": target, "phases": phases, "exclude": exclude,
        "suppress": suppress,
    }  # fmt: skip
    source = source_of(Path(path), places, period_format)
    with ExitStack() as stack:
        files = [None if file is None else stack.enter_context(Result(Path(file))) for file in (to, points)]
        return _Work(source, places | options, _Outputs(*files), rows).done(progress)


def source_of(path: Path, places: dict[str, Any], period_format: str | None) -> Source:
    """The columns of a file that are read, by what they hold."""
    target, phases = places["target"], places["phases"]
    numbers = [places["value"], places["denominator"], target if isinstance(target, str) else None]
    is_column = isinstance(phases, str) and phases in column_names(path)
    return Source(
        path=path,
        keys=places["by"],
        period=places["period"],
        numbers=[name for name in numbers if name is not None],
        flags=[name for name in (places["exclude"], places["suppress"]) if name is not None],
        labels=[phases] if is_column and isinstance(phases, str) else [],
        period_format=period_format,
    )


_NOTHING = Written(0, 0, pa.table({}))


class _TornApart(Exception):  # noqa: N818 - no error: the file is read in another way
    """Rows of one series do not stand together."""


class _Work:
    """Reading, computing and writing, bit by bit."""

    def __init__(self, source: Source, options: dict[str, Any], outputs: _Outputs, rows: int) -> None:
        self._source = source
        self._options = options
        self._outputs = outputs
        self._rows = rows
        self._kept: list[pa.Table] = []
        self._count = _NOTHING

    def done(self, progress: Progress | None) -> Written:
        """Do it all: as the rows stand, or else part by part."""
        batches, keys = partial(batches_of, self._source, progress), self._source.keys
        try:
            self._compute(whole_series(batches(), keys, self._rows), _Seen())
        except _TornApart:
            self._start_again()
            self._compute(parts_of(batches(), keys, self._rows), None)
        if self._outputs.readings is not None:
            return self._count
        return self._count._replace(readings=pa.concat_tables(self._kept).unify_dictionaries())

    def _start_again(self) -> None:
        self._kept.clear()
        self._count = _NOTHING
        for output in self._outputs:
            if output is not None:
                output.start_again()

    def _compute(self, tables: Iterator[pa.Table], seen: _Seen | None) -> None:
        for table in tables:
            made = panel(table, **self._options, part=True)
            if seen is not None:
                seen.require_new(made.core.keys)
            self._write(made)
            rows, series, told = self._count
            self._count = Written(rows + table.num_rows, series + len(made), told)

    def _write(self, made: Panel) -> None:
        readings, points = self._outputs
        if readings is None:
            self._kept.append(told_by(made.core))
        else:
            readings.write(told_by(made.core))
        if points is not None:
            points.write(points_table(made.core))


class _Outputs(NamedTuple):
    """Files that results are written to."""

    readings: Result | None
    points: Result | None


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


def readings_table(source: Any, *, by: str | Sequence[str], **options: Any) -> pa.Table:
    """What each series says, in a few columns: a row for each.

    Parameters
    ----------
    source
        The path of a .parquet or .csv file, or a table that `panel` takes.
    by, **options
        As for `panel`, and for a file as for `panel_file`.

    Returns
    -------
    pyarrow.Table
        The columns of ``by``; chart, n (usable points), centre, lcl, ucl (at the latest usable point),
        variation, assurance, since, signals (the rules whose signals hold there), word, sentence, plain.
    """
    columns = [
        *names_in(by), "chart", "usable", "centre", "lcl", "ucl", "variation", "assurance", "since",
        "signals",
        "word", "sentence", "plain",
    ]  # fmt: skip
    if isinstance(source, (str, Path)):
        told = panel_file(source, by=by, **options).readings
    else:
        told = told_by(panel(source, by=by, **options).core)
    return told.select(columns).rename_columns({"usable": "n"})
