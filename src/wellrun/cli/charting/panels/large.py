"""Files that are read bit by bit: Parquet, and text files that are better not held in memory."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import click

from wellrun.cli.charting.by_row import Moving, moving_in
from wellrun.cli.charting.charts import chart_for, why_means
from wellrun.cli.charting.output import deliver, deliver_file, encoding_of, shows_marks
from wellrun.cli.charting.panels.sample import sample_of
from wellrun.cli.charting.panels.sinks import Lines, Reached, rows_for
from wellrun.cli.charting.panels.words import in_words
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import Request
from wellrun.cli.charting.source import Found, found_of, title_of
from wellrun.cli.charting.targets import Units, level_of
from wellrun.cli.charting.together import require_fitting
from wellrun.exchange.assembly import Source
from wellrun.exchange.dataset import columns_from
from wellrun.exchange.grouping import lines_of
from wellrun.exchange.markers import MARKS
from wellrun.exchange.periods import Periods, period_like
from wellrun.exchange.tables import Table, TableError
from wellrun_spc import SeriesError
from wellrun_spc.panel import each_panel
from wellrun_spc.panel.faults import LeftOut
from wellrun_spc.panel.work import Sink
from wellrun_spc.results import ChartKind

MISSING = [each for mark in MARKS for each in {mark, mark.upper(), mark.capitalize()}]
"""Cells that mean no number."""


class Said(NamedTuple):
    """What people should know of how a large file was charted."""

    assumed: list[str]
    skipped: list[tuple[str, SeriesError]]
    """Series that were left out, and why."""
    charted: int


def chart_large(request: Request) -> Said:
    """Chart all series of a large file and deliver the result; return what was assumed, and left out.

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
    source, assumed = _columns(request, found)
    moving = moving_in(source.table, request.trajectory, request.decimal) if request.trajectory else None
    _require_plain(source, found.table.notices, moving)
    kind, why = _kind(request, source)
    left_out = LeftOut() if request.skip_bad else None
    try:
        charted = _compute(request, path, source, kind, left_out)
    except SeriesError as error:
        raise Refused(error.problem, remedy=error.remedy) from None
    said = [*found.said, *assumed, *(moving.said if moving else ()), *([why] if why else [])]
    return Said(said, left_out.series if left_out else [], charted)


def _columns(request: Request, found: Found) -> tuple[Source, tuple[str, ...]]:
    """The columns of the first rows, without series that are to be left out."""
    table, roles = found.table, found.roles
    while True:
        try:
            return columns_from(table, roles, dates=request.dates, decimal=request.decimal)
        except TableError as error:
            if not request.skip_bad or not roles.by or error.row is None:
                raise
            place = list(table.row_numbers).index(error.row)
            lines = lines_of(table, roles.by, range(len(table)))
            kept = [at for line in lines if place not in line.positions for at in line.positions]
            if not kept:
                raise
            table = table.only(sorted(kept))


def _kind(request: Request, source: Source) -> tuple[ChartKind, str]:
    if request.chart:
        return request.chart, ""
    if request.subgroup and source.roles.x:
        return "xbar", why_means(source.roles.x)
    y, n = source.values.values, source.n.values if source.n else []
    return chart_for(source.roles, zip(y, n, strict=bool(n)))


def _compute(request: Request, path: Path, source: Source, kind: ChartKind, left_out: LeftOut | None) -> int:
    """Compute and deliver; return how many series there were."""
    roles = source.roles
    if request.format == "text":
        lines, encoding = Lines(), encoding_of(request.output)
        charted = _each(request, path, lines, source, kind, left_out)
        title, percent = request.title or title_of(roles), _is_share(kind) and request.multiply == 1
        text = in_words(lines.told, title, percent=percent, unicode=shows_marks(encoding))
        deliver(text.encode(encoding, "replace"), request.output)
        return charted
    with tempfile.TemporaryFile() as file:
        charted = _each(request, path, rows_for(request.format, file, roles.by), source, kind, left_out)
        deliver_file(file, request.output)
        return charted


def _is_share(kind: ChartKind) -> bool:
    return kind in ("p", "p_prime")


def _each(
    request: Request, path: Path, sink: Sink, source: Source, kind: ChartKind, left_out: LeftOut | None
) -> int:
    """Hand every panel of the file to a sink; return how many series there were."""
    roles, units = source.roles, Units(_is_share(kind), request.multiply)
    excluded = _places(request.exclude, source.periods, first=0)
    looked = Reached(sink, excluded)
    with _progress() as progress:
        counted = each_panel(
            path,
            looked,
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
            target=source.table.name_of(request.trajectory)
            if request.trajectory
            else level_of(request.target, "--target", units, request.decimal),
            centre=level_of(request.centre, "--centre", units, request.decimal),
            screen={"once": "once", "none": "never", None: None}[request.screen],
            bridge_gaps=request.bridge_gaps,
            exclude=excluded or None,
            left_out=left_out,
            phases=_places(request.phases, source.periods, first=0) or None,
            freeze=next(iter(_places([request.freeze or ""], source.periods, first=1)), None),
        )
    for text, is_there in zip(request.exclude, looked.is_there, strict=True):
        if not is_there:
            raise Refused(
                f"--exclude {text} names no point of any series.",
                remedy="Count the points from 1, or give the date.",
            )
    return counted.series


def _require_possible(request: Request) -> None:
    require_fitting(request)
    if request.format not in ("text", "csv", "readings"):
        raise Refused(
            "A file that is read bit by bit is charted as text, csv or readings.",
            remedy="Choose one of these, or keep fewer rows in a smaller CSV file.",
        )


def _require_plain(source: Source, notices: Sequence[str], moving: Moving | None) -> None:
    """A file that is read bit by bit is read as it stands."""
    is_odd = notices or source.values.percent or source.values.decimal == ","
    is_odd = is_odd or (moving is not None and (moving.percent or moving.decimal == ","))
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
