"""One run of the chart command, from request to result."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

import click

from wellrun.cli.charting.charts import Charts, charts_of, usual_chart
from wellrun.cli.charting.output import deliver
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import Request
from wellrun.cli.charting.source import Source, source_of
from wellrun.exchange.tables import TableError

MOST_LISTED = 20


def run(request: Request) -> None:
    """Read, chart and deliver; nothing is written unless everything could be made.

    Raises
    ------
    Refused
        With words for the person, and exit code 2.
    """
    try:
        source = source_of(request)
        kind, why = (request.chart, "") if request.chart else usual_chart(source)
        charts = charts_of(request, source, kind)
    except TableError as error:
        raise Refused.of(error) from error
    if not request.quiet:
        _say([*source.said, *([why] if why else [])])
    _say(_skipped(charts))
    deliver(_content(request, source, charts), request.output)


def _content(request: Request, source: Source, charts: Charts) -> bytes:
    """The result in the format asked for. Each format loads its own modules, and no other's."""
    formats: dict[str, Callable[[Request, Source, Charts], bytes]] = {
        "text": _text,
        "json": _json,
        "csv": _csv,
        "svg": _svg,
        "png": _png,
    }
    return formats[request.format](request, source, charts)


def _text(request: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.words import in_words

    encoding = "utf-8" if request.output else sys.stdout.encoding or "utf-8"
    text = in_words(charts.all, source, request.title, unicode=_shows(encoding))
    return text.encode(encoding, "replace")


def _json(_: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.portable import portable_json

    return portable_json(charts.all, source.roles.by).encode()


def _csv(_: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.tidy import tidy_csv

    return tidy_csv(charts.all, source.roles.by).encode()


def _svg(request: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.pictures import drawn_svg

    return drawn_svg(charts.all, source, request.title).encode()


def _png(request: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.pictures import drawn_png

    return drawn_png(charts.all, source, request.title)


def _shows(encoding: str | None) -> bool:
    try:
        "┈◆⣿…".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _say(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        click.echo(sentence, err=True)


def _with_key(key: str, message: str) -> str:
    return message if f"“{key}”" in message else f"“{key}”: {message}"


def _skipped(charts: Charts) -> list[str]:
    if not charts.skipped:
        return []
    total = len(charts.skipped) + len(charts.all)
    lines = [f"Left out {len(charts.skipped)} of {total} series:"]
    lines += [f"  {_with_key(key, error.message)}" for key, error in charts.skipped[:MOST_LISTED]]
    more = len(charts.skipped) - MOST_LISTED
    return [*lines, f"  and {more} more"] if more > 0 else lines
