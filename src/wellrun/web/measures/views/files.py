"""A measure as files: its chart as a picture, its numbers as a table."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

import wellrun_spc as spc
from wellrun.core.actor import Actor
from wellrun.exchange.neutral import neutral
from wellrun.measures.queries import Measure, annotations_of, chart_of
from wellrun.web.measures.presenters.charts import chart_title
from wellrun.web.measures.presenters.flags import flags_of
from wellrun.web.measures.views.finding import measure_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.sign_in import open_to_all
from wellrun_spc.draw import Annotation, chart_svg
from wellrun_spc.draw.png import png

HEADS = (
    "period", "value", "numerator", "denominator", "centre", "lower_limit", "upper_limit", "target", "phase",
    "left_out", "signals", "note",
)  # fmt: skip


def _as_file(content: str | bytes, measure: Measure, ending: str, kind: str) -> HttpResponse:
    name = f"{slugify(measure.name) or 'measure'}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


def _chart_or_404(measure: Measure) -> spc.Chart:
    chart = chart_of(measure)
    if chart is None:
        raise Http404
    return chart


def _picture(actor: Actor, measure: Measure) -> str:
    """The wide drawing in light colours, fit for a report."""
    flags = [
        Annotation(x=flag.period, label=flag.label)
        for flag in flags_of(actor, measure, annotations_of(measure))
    ]
    return chart_svg(
        _chart_or_404(measure),
        form="wide",
        title=chart_title(measure),
        y_label=measure.y_label or measure.name,
        annotations=flags,
        theme="light",
    )


@open_to_all
@only("GET")
def chart_as_svg(request: HttpRequest, measure_id: int) -> HttpResponse:
    actor, measure = measure_or_404(request, measure_id)
    return _as_file(_picture(actor, measure), measure, "svg", "image/svg+xml")


@open_to_all
@only("GET")
def chart_as_png(request: HttpRequest, measure_id: int) -> HttpResponse:
    actor, measure = measure_or_404(request, measure_id)
    return _as_file(png(_picture(actor, measure)), measure, "png", "image/png")


@open_to_all
@only("GET")
def data(request: HttpRequest, measure_id: int) -> HttpResponse:
    """The numbers with their limits, for a spreadsheet."""
    _actor, measure = measure_or_404(request, measure_id)
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADS)
    writer.writerows(_rows(_chart_or_404(measure).points))
    return _as_file("\ufeff" + text.getvalue(), measure, "csv", "text/csv; charset=utf-8")


def _rows(points: Iterable[spc.Point]) -> Iterator[list[object]]:
    for point in points:
        numbers = (
            point.value,
            point.numerator,
            point.denominator,
            point.centre,
            point.lcl,
            point.ucl,
            point.target,
        )
        yield [
            neutral(point.x),
            *("*" if point.suppressed and number is None else number for number in numbers[:1]),
            *numbers[1:],
            point.phase + 1,
            "yes" if point.excluded else "",
            " ".join(point.signals),
            neutral(point.note),
        ]
