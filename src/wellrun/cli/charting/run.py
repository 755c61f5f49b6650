"""One run of the chart command, from request to result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import click

from wellrun.cli.charting.charts import Charts, charts_of, usual_chart
from wellrun.cli.charting.output import deliver, encoding_of, shows_marks
from wellrun.cli.charting.panels.choose import is_for_panel, is_large
from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import Request
from wellrun.cli.charting.source import Found, Source, found_in, source_of
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
        if is_large(request):
            return _large(request)
        found = found_in(request)
        if is_for_panel(request, found) and _as_panel(request, found):
            return None
        source = source_of(request, found)
        kind, why = (request.chart, "") if request.chart else usual_chart(source)
        charts = charts_of(request, source, kind)
    except TableError as error:
        raise Refused.of(error) from error
    if not request.quiet:
        _say([*source.said, *([why] if why else [])])
    _say(_skipped([(key, error.message) for key, error in charts.skipped], len(charts.all)))
    return deliver(_content(request, source, charts), request.output)


def _large(request: Request) -> None:
    from wellrun.cli.charting.panels.large import chart_large

    said = chart_large(request)
    if not request.quiet:
        _say(said.assumed)
    _say(_skipped([(key, error.problem) for key, error in said.skipped], said.charted))


def _as_panel(request: Request, found: Found) -> bool:
    """Many series at once, where they can be; otherwise nothing is done, and they are charted one by one."""
    from wellrun.cli.charting.panels.compute import panelled
    from wellrun.cli.charting.panels.formats import content_of

    many = panelled(request, found)
    if many is None:
        return False
    if not request.quiet:
        _say(many.said)
    deliver(content_of(request, many), request.output)
    return True


def _content(request: Request, source: Source, charts: Charts) -> bytes:
    """The result in the format asked for. Each format loads its own modules, and no other's."""
    formats: dict[str, Callable[[Request, Source, Charts], bytes]] = {
        "text": _text,
        "json": _json,
        "csv": _csv,
        "readings": _readings,
        "svg": _svg,
        "png": _png,
    }
    return formats[request.format](request, source, charts)


def _text(request: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.words import in_words

    encoding = encoding_of(request.output)
    text = in_words(charts.all, source, request.title, unicode=shows_marks(encoding))
    return text.encode(encoding, "replace")


def _json(_: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.portable import portable_json

    return portable_json(charts.all, source.roles.by).encode()


def _csv(_: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.tidy import tidy_csv

    return tidy_csv(charts.all, source.roles.by).encode()


def _readings(_: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.readings import readings_csv

    return readings_csv(charts.all, source.roles.by).encode()


def _svg(request: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.pictures import drawn_svg

    return drawn_svg(charts.all, source, request.title, request.numbers).encode()


def _png(request: Request, source: Source, charts: Charts) -> bytes:
    from wellrun.cli.charting.pictures import drawn_png

    return drawn_png(charts.all, source, request.title, request.numbers)


def _say(sentences: Iterable[str]) -> None:
    for sentence in sentences:
        click.echo(sentence, err=True)


def _with_key(key: str, message: str) -> str:
    return message if f"“{key}”" in message else f"“{key}”: {message}"


def _skipped(skipped: Sequence[tuple[str, str]], charted: int) -> list[str]:
    if not skipped:
        return []
    lines = [f"Left out {len(skipped)} of {len(skipped) + charted} series:"]
    lines += [f"  {_with_key(key, message)}" for key, message in skipped[:MOST_LISTED]]
    more = len(skipped) - MOST_LISTED
    return [*lines, f"  and {more} more"] if more > 0 else lines
