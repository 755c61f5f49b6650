"""Files that are read bit by bit: Parquet, and text files that are better not held in memory."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from wellrun.cli.charting.charts import chart_for
from wellrun.cli.charting.output import deliver, deliver_file, encoding_of, shows_marks
from wellrun.cli.charting.panels.choose import KINDS
from wellrun.cli.charting.panels.sample import sample_of
from wellrun.cli.charting.panels.sinks import Lines, rows_for
from wellrun.cli.charting.panels.words import in_words
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import Request
from wellrun.cli.charting.source import found_of, title_of
from wellrun.cli.charting.targets import Units, level_of
from wellrun.exchange.assembly import Source
from wellrun.exchange.dataset import columns_from
from wellrun.exchange.markers import MARKS
from wellrun.exchange.periods import Periods, period_like
from wellrun.exchange.tables import Table
from wellrun_spc import SeriesError
from wellrun_spc.panel import each_panel
from wellrun_spc.panel.work import Sink
from wellrun_spc.results import ChartKind

MISSING = [each for mark in MARKS for each in {mark, mark.upper(), mark.capitalize()}]
"""Cells that mean no number."""


def chart_large(request: Request) -> list[str]:
    """Chart all series of a large file and deliver the result; return what was assumed.

    Raises
    ------
    TableError
        The first rows are no table.
    Refused
        Something that was asked for needs the whole file in memory, or a series cannot be computed.
    """
    _require_possible(request)
    path = Path(request.file)
    # the rows that are wanted may all stand further down
    found = found_of(replace(request, where=()), sample_of(path))
    source, assumed = columns_from(found.table, found.roles, dates=request.dates, decimal=request.decimal)
    _require_plain(source, found.table.notices)
    y, n = source.values.values, source.n.values if source.n else []
    kind, why = (request.chart, "") if request.chart else chart_for(found.roles, zip(y, n, strict=bool(n)))
    try:
        _compute(request, path, source, kind)
    except SeriesError as error:
        raise Refused(error.problem, remedy=error.remedy) from None
    return [*found.said, *assumed, *([why] if why else [])]


def _compute(request: Request, path: Path, source: Source, kind: ChartKind) -> None:
    roles = source.roles
    if request.format == "text":
        lines, encoding = Lines(), encoding_of(request.output)
        percent = _each(request, path, lines, source, kind)
        title = request.title or title_of(roles)
        text = in_words(lines.told, title, percent=percent, unicode=shows_marks(encoding))
        return deliver(text.encode(encoding, "replace"), request.output)
    with tempfile.TemporaryFile() as file:
        _each(request, path, rows_for(request.format, file, roles.by), source, kind)
        return deliver_file(file, request.output)


def _each(request: Request, path: Path, sink: Sink, source: Source, kind: ChartKind) -> bool:
    """Hand every panel of the file to a sink; return whether its numbers are percentages."""
    roles, percent = source.roles, kind == "p" and request.multiply == 1
    with _progress() as progress:
        each_panel(
            path,
            sink,
            by=roles.by,
            period=roles.x,
            value=roles.y,
            denominator=roles.n,
            period_format=None if source.periods is None else _reader(source.periods),
            missing=MISSING,
            where=_wanted(request, source.table),
            progress=progress,
            chart=kind,
            rules=request.rules,
            direction=request.direction,
            multiply=request.multiply,
            target=level_of(
                request.target, "--target", Units(kind == "p", request.multiply), request.decimal
            ),
            phases=_places(request.phases, source.periods, first=0) or None,
            freeze=next(iter(_places([request.freeze or ""], source.periods, first=1)), None),
        )
    return percent


def _require_possible(request: Request) -> None:
    names = ("exclude", "skip_bad", "subgroup", "trajectory", "centre", "screen", "bridge_gaps")
    for name in names:
        if getattr(request, name):
            option = f"--{name.replace('_', '-')}"
            raise Refused(
                f"{option} does not go with a file that is read bit by bit.",
                remedy="Leave it out, or keep fewer rows in a smaller CSV file.",
            )
    if request.format not in ("text", "csv", "readings") or request.chart not in KINDS:
        raise Refused(
            "A file that is read bit by bit is charted as text, csv or readings, by charts of the kinds "
            f"{', '.join(sorted(filter(None, KINDS)))}.",
            remedy="Choose one of these, or keep fewer rows in a smaller CSV file.",
        )


def _require_plain(source: Source, notices: Sequence[str]) -> None:
    """A file that is read bit by bit is read as it stands."""
    is_odd = notices or source.values.percent or source.values.decimal == ","
    if is_odd or (source.periods is not None and source.periods.keys):
        raise Refused(
            "A file this large must be plain: commas, decimal points, no percent signs, the names of the "
            "columns in the first row, and dates, numbers or words as periods.",
            remedy="Save it so, or as Parquet, or keep fewer rows.",
        )
    if not source.roles.by:
        raise Refused(
            "No column says which series a row is part of.", remedy="Name it.", option="--by COLUMN"
        )


def _reader(periods: Periods) -> Callable[[str], Any] | None:
    """Reads one text as the first rows are read; labels stay as they are."""
    if periods.grain == "label":
        return None

    def read(text: str) -> Any:
        period = period_like(text, periods)
        if period is None:
            raise SeriesError(
                f"“{text}” cannot be read as a date like those in the first rows.",
                remedy="Write every date in the column the same way.",
            )
        return period

    return read


def _wanted(request: Request, table: Table) -> dict[str, list[str]]:
    wanted: dict[str, list[str]] = {}
    for column, text in request.where:
        wanted.setdefault(table.name_of(column), []).append(text.strip())
    return wanted


def _places(texts: Sequence[str], periods: Periods | None, *, first: int) -> list[Any]:
    """Points named by number, counted from 1, or by date."""
    named = [text.strip() for text in texts if text.strip()]
    return [int(text) - 1 + first if text.isdecimal() else _date(text, periods) for text in named]


def _date(text: str, periods: Periods | None) -> Any:
    period = period_like(text, periods) if periods else None
    if period is None:
        raise Refused(f"“{text}” names no point.", remedy="Give the number of a point, or a date.")
    return period


@contextmanager
def _progress() -> Iterator[Callable[[float], None] | None]:
    """A bar on standard error, where a person is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1000, label="Charting", file=sys.stderr) as bar:
        yield lambda done: bar.update(max(0, round(done * 1000) - bar.pos))
