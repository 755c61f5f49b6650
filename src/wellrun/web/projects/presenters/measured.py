"""The main measure beside the aim: its chart with its reading."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

import wellrun_spc as spc
from wellrun.core.actor import Actor
from wellrun.measures import queries as measures
from wellrun.measures.queries import Measure
from wellrun.projects.queries import Project
from wellrun.web.measures.presenters.charts import ChartView, Flag, present_chart
from wellrun.web.measures.presenters.flags import flags_of
from wellrun.web.measures.presenters.readings import ReadingView, present_readings
from wellrun.web.measures.presenters.words import direction_text

MOST_POINTS = 366
"""Beside the aim a year of days is drawn at most: the page must be quick, and the whole is one link away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the project is measured by, as far as this person may see it."""

    count: int
    main: Measure | None = None
    chart: spc.Chart | None = None
    flags: tuple[Flag, ...] = ()
    seen: frozenset[int] = frozenset()
    """All of its measures that the person may see, by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MainView:
    """The main measure on the story's page."""

    title: str
    href: str
    direction: str
    chart: ChartView | None
    readings: tuple[ReadingView, ...]
    notices: tuple[str, ...]


def gather_measured(actor: Actor, project: Project) -> Measured:
    """Only the main measure's chart is computed, however many measures there are."""
    uses = list(measures.uses_of(actor, project))
    main = next((use.measure for use in uses if use.is_main), None)
    if main is None:
        return Measured(count=len(uses), seen=frozenset(use.measure_id for use in uses))
    return Measured(
        count=len(uses),
        seen=frozenset(use.measure_id for use in uses),
        main=main,
        chart=measures.chart_of(main),
        flags=flags_of(actor, main, measures.annotations_of(main)),
    )


def present_main(measured: Measured) -> MainView | None:
    main, chart = measured.main, measured.chart
    if main is None:
        return None
    return MainView(
        title=main.name,
        href=reverse("measures:detail", args=[main.pk]),
        direction=direction_text(main.direction),
        chart=present_chart(main, chart, measured.flags, most=MOST_POINTS) if chart else None,
        readings=present_readings(chart) if chart else (),
        notices=chart.notices if chart else (),
    )


def all_measures_text(count: int) -> str:
    if not count:
        return _("Choose what you measure")
    return ngettext("See the measure", "See the %(count)d measures", count) % {"count": count}
