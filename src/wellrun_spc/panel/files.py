"""Panels of files that may be larger than memory, and the table of readings that the command shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from wellrun_spc.panel.faults import LeftOut
from wellrun_spc.panel.frames import names_in
from wellrun_spc.panel.front import panel
from wellrun_spc.panel.reading import PeriodFormat, Progress, Source, column_names
from wellrun_spc.panel.result import Panel
from wellrun_spc.panel.tables import points_table
from wellrun_spc.panel.tables import readings_table as told_by
from wellrun_spc.panel.work import Counted, Sink, compute_file
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
    exclude: str | Sequence[object] | None = None,
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
        outputs = _Outputs(*files)
        counted = compute_file(source, places | options, outputs, rows=rows, progress=progress)
        return Written(*counted, outputs.readings())


def each_panel(
    path: str | Path,
    sink: Sink,
    *,
    by: str | Sequence[str],
    period: str | None = None,
    value: str | None = None,
    numerator: str | None = None,
    denominator: str | None = None,
    period_format: PeriodFormat | None = None,
    missing: Sequence[str] = (),
    where: Mapping[str, Sequence[str]] | None = None,
    left_out: LeftOut | None = None,
    progress: Progress | None = None,
    rows: int = ROWS_AT_A_TIME,
    **options: Any,
) -> Counted:
    """Hand the panels of a file to a sink, one after the other, for results of one's own.

    Parameters
    ----------
    path, by, period, value, numerator, denominator, progress, rows, **options
        As for `panel_file`.
    sink
        Its ``write`` is called with each panel; its ``start_again`` once, where the rows of some series do
        not stand together: the file is then read again, sorted.
    period_format
        As for `panel_file`, or a function that reads one text as a period.
    missing
        Cells of a text file that mean no number, besides the usual ones ("", "NA", "NULL" ...).
    where
        Keep only the rows that hold one of these texts in these columns.
    left_out
        Takes the series that cannot be computed, or have a cell that cannot be read; the others are computed.
        Without it the first of them stops the work.

    Returns
    -------
    Counted
        How many rows and series there were.

    Raises
    ------
    SeriesError
        As for `panel_file`.
    """
    places = {
        "by": names_in(by), "period": period, "value": numerator if value is None else value,
        "denominator": denominator,
        **{name: options.pop(name, None) for name in ("target", "phases", "exclude", "suppress")},
    }  # fmt: skip
    source = source_of(Path(path), places, period_format)._replace(
        missing=missing, where=where or {}, is_lenient=left_out is not None
    )
    return compute_file(source, places | options, sink, rows=rows, progress=progress, left_out=left_out)


def source_of(path: Path, places: dict[str, Any], period_format: PeriodFormat | None) -> Source:
    """The columns of a file that are read, by what they hold."""
    target, phases = places["target"], places["phases"]
    numbers = [places["value"], places["denominator"], target if isinstance(target, str) else None]
    is_column = isinstance(phases, str) and phases in column_names(path)
    return Source(
        path=path,
        keys=places["by"],
        period=places["period"],
        numbers=[name for name in numbers if name is not None],
        flags=[name for name in (places["exclude"], places["suppress"]) if isinstance(name, str)],
        labels=[phases] if is_column and isinstance(phases, str) else [],
        period_format=period_format,
    )


class _Outputs:
    """Readings and points, in files or kept."""

    def __init__(self, readings: Result | None, points: Result | None) -> None:
        self._readings = readings
        self._points = points
        self._kept: list[pa.Table] = []

    def write(self, made: Panel) -> None:
        if self._readings is None:
            self._kept.append(told_by(made.core))
        else:
            self._readings.write(told_by(made.core))
        if self._points is not None:
            self._points.write(points_table(made.core))

    def start_again(self) -> None:
        self._kept.clear()
        for output in (self._readings, self._points):
            if output is not None:
                output.start_again()

    def readings(self) -> pa.Table:
        """What was kept."""
        return pa.concat_tables(self._kept).unify_dictionaries() if self._kept else pa.table({})


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
