"""A brought file as a page: its first rows, how we read it, and the chart as it will look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

import wellrun_spc as spc
from wellrun.exchange.dataset import SeriesData
from wellrun.exchange.refusals import TableError
from wellrun.exchange.tables import Table
from wellrun.web.measures.bringing import Brought, previewed
from wellrun.web.measures.presenters.charts import ChartView, present_chart
from wellrun.web.measures.presenters.readings import ReadingView, present_readings
from wellrun_spc.wording import format_date, period_of

ROWS = 6
COLUMNS = 12
LONGEST_CELL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCell:
    """A column's name, and what we take it for."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadRow:
    """One of the first rows, with its number in the file."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What stands in the way of a chart, and the remedy."""

    message: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """What the preview shows beside its forms."""

    title: str
    size: str
    head: tuple[HeadCell, ...]
    rows: tuple[HeadRow, ...]
    hidden_columns: str
    said: tuple[str, ...]
    skipped: tuple[str, ...]
    trouble: Trouble | None
    chart: ChartView | None
    chart_of: str
    readings: tuple[ReadingView, ...]
    needs_answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSettings:
    """What a chart needs that the file does not say."""

    name: str
    place: str
    y_label: str
    chart: str
    rules: str
    period: str
    options: Mapping[str, object]


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        cell = cell.date()
    text = format_date(cell) if isinstance(cell, date) else str(cell)
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 1]}…"


def _head(table: Table, brought: Brought) -> tuple[HeadCell, ...]:
    roles = brought.roles
    words = {roles.x: _("dates"), roles.y: _("numbers"), roles.n: _("out of"), roles.note: _("notes")}
    return tuple(
        HeadCell(name=name, role=_("groups") if name in roles.by else words.get(name, ""))
        for name in table.header[:COLUMNS]
    )


def _size(table: Table) -> str:
    rows = ngettext("%(count)s row", "%(count)s rows", len(table)) % {"count": f"{len(table):,}"}
    columns = ngettext("%(count)d column", "%(count)d columns", len(table.header)) % {
        "count": len(table.header)
    }
    return _("%(rows)s and %(columns)s") % {"rows": rows, "columns": columns}


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."


def present_trouble(error: TableError) -> Trouble:
    return Trouble(message=_sentence(error.message), remedy=error.remedy)


def _drawn(
    series: SeriesData, brought: Brought, settings: ChartSettings
) -> tuple[spc.Chart | None, ChartView | None, Trouble | None]:
    try:
        chart = previewed(series, brought.roles, chart=settings.chart, settings=settings.options)
    except TableError as error:
        return None, None, present_trouble(error)
    return chart, present_chart(settings, chart), None


def settings_for(series: SeriesData, settings: ChartSettings) -> ChartSettings:
    """The settings with the kind of period that the series' own dates show."""
    return ChartSettings(
        name=settings.name,
        place=settings.place,
        y_label=settings.y_label,
        chart=settings.chart,
        rules=settings.rules,
        period=period_of(series.x or []),
        options=settings.options,
    )


def present_preview(
    brought: Brought, series: SeriesData | None, settings: ChartSettings, *, name: str
) -> PreviewPage:
    """The file, how we read it, and the chart of one series where nothing stands in its way."""
    table, dataset = brought.table, brought.dataset
    chart, view, trouble = None, None, present_trouble(brought.trouble) if brought.trouble else None
    if series is not None:
        chart, view, trouble = _drawn(series, brought, settings_for(series, settings))
    hidden = len(table.header) - COLUMNS
    rows = list(zip(table.row_numbers, table.rows, strict=False))[:ROWS]
    return PreviewPage(
        title=name or _("A pasted table"),
        size=_size(table),
        head=_head(table, brought),
        rows=tuple(
            HeadRow(number=number, cells=tuple(_text(cell) for cell in cells[:COLUMNS]))
            for number, cells in rows
        ),
        hidden_columns=ngettext("%(count)d more column", "%(count)d more columns", hidden) % {"count": hidden}
        if hidden > 0
        else "",
        said=tuple(
            _sentence(line)
            for line in (*table.notices, *brought.guess.said, *(dataset.said if dataset else ()))
        ),
        skipped=tuple(f"{key}: {error}" for key, error in (dataset.skipped if dataset else ())),
        trouble=trouble,
        chart=view,
        chart_of=series.key if series and series.parts else "",
        readings=present_readings(chart) if chart else (),
        needs_answer=dataset is None and brought.question is not None and trouble is None,
    )
