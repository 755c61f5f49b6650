"""From series to charts: the kind of chart, its options read for each series, and errors with their row."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

import wellrun_spc as spc
from wellrun.cli.charting.places import baseline_named, places_named
from wellrun.cli.charting.points import Points, points_of, trajectory_of
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import Request
from wellrun.cli.charting.source import Source
from wellrun.cli.charting.targets import Units, level_of
from wellrun.exchange.columns import Roles
from wellrun.exchange.dataset import in_file
from wellrun.exchange.measured import FEW_SLIPS, counts_time
from wellrun.exchange.series import Dataset, SeriesData
from wellrun.exchange.tables import TableError
from wellrun_spc.results import ChartKind

MANY = 50
"""From this many series on, a progress bar shows how far we are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Charted:
    """One series and its chart."""

    series: SeriesData
    chart: spc.Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """All charts of a request, and the series that were left out."""

    all: tuple[Charted, ...]
    skipped: tuple[tuple[str, TableError], ...]


def heading_of(charted: Charted, source: Source) -> str:
    """What one chart shows: its group, and what is counted."""
    return f"{charted.series.key}: {source.title}" if charted.series.parts else source.title


def usual_chart(source: Source) -> tuple[ChartKind, str]:
    """The chart that such numbers usually get, and the sentence that says why."""
    if source.subgroups is not None:
        return "xbar", why_means(source.subgroups.column)
    pairs = ((y, n) for series in source.dataset for y, n in zip(series.values, series.n or [], strict=True))
    return chart_for(source.roles, pairs)


def why_means(column: str) -> str:
    """The sentence that says why rows of one subgroup make an X-bar chart."""
    return f"We make an X-bar chart, of the means of each “{column}”."


def chart_for(roles: Roles, pairs: Iterable[tuple[float | None, float | None]]) -> tuple[ChartKind, str]:
    """The same by the columns, and the number and denominator of each point."""
    n = roles.n
    if n is None:
        return "i", "We make an I chart, of single values."
    if counts_time(n):
        return "u", f"We make a U chart, of rates, because “{n}” counts time."
    known = [y > n for y, n in pairs if y is not None and n is not None]
    if sum(known) <= FEW_SLIPS * len(known):
        return "p", f"We make a P chart, of proportions, because “{roles.y}” is a part of “{n}”."
    return "u", f"We make a U chart, of rates, because “{roles.y}” can be above “{n}”."


def charts_of(request: Request, source: Source, kind: ChartKind) -> Charts:
    """Compute every chart.

    Raises
    ------
    TableError
        Naming the series and the row; with ``--skip-bad`` only where no series is left.
    Refused
        An option does not fit the series.
    """
    charted: list[Charted] = []
    skipped = list(source.dataset.skipped)
    for series in _with_progress(source.dataset):
        try:
            points = points_of(series, source.subgroups)
            charted.append(Charted(series=points.series, chart=_charted(request, source, kind, points)))
        except TableError as error:
            if not request.skip_bad:
                raise
            skipped.append((series.key, error))
    if not charted:
        raise skipped[0][1]
    return Charts(all=tuple(charted), skipped=tuple(skipped))


def _charted(request: Request, source: Source, kind: ChartKind, points: Points) -> spc.Chart:
    """One chart; what the statistics refuse is said with the row of the file."""
    try:
        return _chart(request, source, kind, points)
    except spc.SeriesError as error:
        trouble = in_file(error, points.series, source.roles)
        if kind == "p" and request.chart is None and error.row is not None:
            trouble.option = f"--chart u (if “{source.roles.y}” may be above “{source.roles.n}”)"
        raise trouble from error


def _chart(request: Request, source: Source, kind: ChartKind, points: Points) -> spc.Chart:
    series, length, periods = points.series, len(points.values), source.periods
    is_share = kind in ("p", "p_prime")
    percent = (is_share and request.multiply == 1) or series.percent
    units = Units(percent or is_share, request.multiply)
    try:
        return spc.chart(
            points.values,
            chart=kind,
            x=series.x,
            n=series.n,
            notes=series.notes,
            suppressed=series.suppressed,
            excluded=places_named(request.exclude, "--exclude", length, periods),
            phases=places_named(request.phases, "--phase", length, periods),
            freeze=baseline_named(request.freeze, length, periods),
            target=trajectory_of(source.moving, points, units)
            or level_of(request.target, "--target", units, request.decimal),
            centre=level_of(request.centre, "--centre", units, request.decimal),
            screen={"once": "once", "none": "never", None: None}[request.screen],
            bridge_gaps=request.bridge_gaps,
            direction=request.direction,
            rules=request.rules,
            multiply=request.multiply,
            percent=percent or None,
        )
    except Refused as refusal:
        if not series.parts:
            raise
        said = f"“{series.key}”: {refusal.message}"
        raise Refused(said, remedy=refusal.remedy, option=refusal.option) from None


def _with_progress(dataset: Dataset) -> Iterator[SeriesData]:
    """The series, with a bar on standard error where a person is watching and there is time to watch."""
    hidden = len(dataset) < MANY or not sys.stderr.isatty()
    if hidden:
        yield from dataset
        return
    bar: Iterable[SeriesData]
    with click.progressbar(dataset, label="Charting", file=sys.stderr, update_min_steps=20) as bar:
        yield from bar
