"""One measure as a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.measures.queries import Measure
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.define.tag import Term
from wellrun.web.components.measure_card.tag import MeasureCard
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.components.timeline.tag import Moment
from wellrun.web.measures.presenters.charts import ChartView, present_chart
from wellrun.web.measures.presenters.history import present_history, present_limits, without_names
from wellrun.web.measures.presenters.lists import present_card
from wellrun.web.measures.presenters.numbers import NumbersTable, present_numbers
from wellrun.web.measures.presenters.readings import Nudge, ReadingView, present_nudge, present_readings
from wellrun.web.measures.presenters.sources import MeasureSources
from wellrun.web.measures.presenters.words import (
    direction_text,
    invented_fact,
    kind_text,
    moment_text,
    visibility_text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePage:
    """All the page shows, in words and drawings."""

    id: int
    title: str
    above: str
    trail: tuple[Crumb, ...]
    facts: tuple[Fact, ...]
    chart: ChartView | None
    readings: tuple[ReadingView, ...]
    notices: tuple[str, ...]
    nudge: Nudge | None
    family: tuple[MeasureCard, ...]
    numbers: NumbersTable
    terms: tuple[Term, ...]
    limits: tuple[Moment, ...]
    history: tuple[Moment, ...]
    phase_periods: tuple[tuple[str, str], ...]
    annotations: tuple[tuple[int, str], ...]
    may_record: bool
    may_define: bool
    is_stranger: bool
    refusal: str
    address: str


def measures_crumb() -> Crumb:
    return Crumb(text=_("Measures"), href=reverse("measures:list"))


def present_facts(measure: Measure, *, is_stranger: bool = False) -> tuple[Fact, ...]:
    """What kind of measure, which way is better, who can see it; and who keeps it, but for strangers."""
    visible = visibility_text(measure.visibility, measure.organisation.name)
    return (
        *((Fact(text=kind_text(measure.kind), look="pine"),) if measure.kind else ()),
        Fact(text=direction_text(measure.direction)),
        Fact(text=visible, icon="globe" if measure.visibility == "public" else "lock"),
        *invented_fact(is_invented=measure.is_invented),
        *((Fact(text=_("Archived")),) if measure.is_archived else ()),
        *(
            ()
            if is_stranger
            else (Fact(text=_("Kept by %(name)s") % {"name": measure.kept_by}, look="words"),)
        ),
    )


def present_terms(measure: Measure, *, is_stranger: bool = False) -> tuple[Term, ...]:
    """The operational definition, as far as somebody has written it. Strangers do not read who agreed."""
    terms = (
        (_("Count this"), measure.counts),
        (_("Do not count"), measure.counts_not),
        (_("Where and who"), measure.where_and_who),
        (_("Where it comes from"), measure.source),
        (_("How often"), measure.how_often),
        (_("Agreed by"), "" if is_stranger else measure.agreed_by),
    )
    return tuple(Term(term=term, text=text) for term, text in terms if text)


def present_place(measure: Measure) -> str:
    unit = measure.unit.name if measure.unit else ""
    return ", ".join(dict.fromkeys(filter(None, (measure.place, unit, measure.organisation.name))))


def present_table(sources: MeasureSources, *, shows_all: bool) -> NumbersTable:
    measure = sources.measure
    return present_numbers(
        measure.pk,
        sources.chart,
        words=sources.words,
        is_ratio=measure.is_ratio,
        period=measure.period,
        entered_by=sources.entered_by,
        shows_all=shows_all,
    )


def present_phase_periods(sources: MeasureSources) -> tuple[tuple[str, str], ...]:
    """Where limits in use begin, as choices for a form."""
    period = sources.measure.period
    return tuple((row.starts_on.isoformat(), moment_text(row.starts_on, period)) for row in sources.phases)


def present_annotations(sources: MeasureSources) -> tuple[tuple[int, str], ...]:
    """Flags with their number, so that each can be taken out."""
    period = sources.measure.period
    return tuple((row.pk, f"{row.label}, {moment_text(row.period, period)}") for row in sources.annotations)


def present_measure(
    sources: MeasureSources, *, shows_all: bool = True, shows_rows: bool = False
) -> MeasurePage:
    """The page of one measure. ``shows_all`` points of the chart, ``shows_rows`` of the table."""
    measure, chart = sources.measure, sources.chart
    return MeasurePage(
        id=measure.pk,
        title=measure.name,
        above=present_place(measure),
        trail=(measures_crumb(),),
        facts=present_facts(measure, is_stranger=sources.is_stranger),
        chart=present_chart(measure, chart, sources.flags, shows_all=shows_all) if chart else None,
        readings=present_readings(chart) if chart else (),
        notices=chart.notices if chart else (),
        nudge=present_nudge(chart, measure.period) if chart and sources.may_define else None,
        family=tuple(present_card(row, with_place=False) for row in sources.family if row.id != measure.pk),
        numbers=present_table(sources, shows_all=shows_rows),
        terms=present_terms(measure, is_stranger=sources.is_stranger),
        limits=present_limits(
            chart,
            without_names(sources.phase_changes) if sources.is_stranger else sources.phase_changes,
            period=measure.period,
            in_use=[row.starts_on for row in sources.phases],
        ),
        history=() if sources.is_stranger else present_history(sources.changes),
        phase_periods=present_phase_periods(sources),
        annotations=present_annotations(sources),
        may_record=sources.may_record,
        may_define=sources.may_define,
        is_stranger=sources.is_stranger,
        refusal=sources.refusal,
        address=reverse("measures:detail", args=[measure.pk]),
    )
