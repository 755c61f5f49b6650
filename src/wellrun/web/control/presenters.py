"""Control items as pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.control.permissions import may_change
from wellrun.control.queries import ControlItem
from wellrun.control.values import ItemState
from wellrun.core.actor import Actor
from wellrun.measures import queries as measures
from wellrun.measures.permissions import may_view
from wellrun.measures.queries import row_of
from wellrun.projects import permissions as projects
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.define.tag import Term
from wellrun.web.components.measure_card.tag import MeasureCard
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.measures.presenters.charts import ChartView, present_chart
from wellrun.web.measures.presenters.flags import flags_of
from wellrun.web.measures.presenters.lists import present_card
from wellrun.web.measures.presenters.readings import ReadingView, present_readings
from wellrun_spc.wording import format_date, format_value


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitGroup:
    """The items of one unit."""

    title: str
    cards: tuple[MeasureCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPage:
    """One control item."""

    id: int
    title: str
    above: str
    trail: tuple[Crumb, ...]
    facts: tuple[Fact, ...]
    chart: ChartView | None
    readings: tuple[ReadingView, ...]
    measure_href: str
    plan: tuple[Term, ...]
    agreed: tuple[Term, ...]
    standard_link: str
    project: tuple[str, str] | None
    may_retire: bool


def present_items(actor: Actor, items: Sequence[ControlItem]) -> tuple[UnitGroup, ...]:
    """Items by unit, each with the stored reading of its measure, for those who may see that."""
    wanted = measures.visible_to(actor).filter(pk__in={item.measure_id for item in items})
    seen = set(wanted.order_by().values_list("pk", flat=True))
    groups = groupby(items, key=lambda item: f"{item.unit.name}, {item.unit.organisation.name}")
    return tuple(
        UnitGroup(title=title, cards=tuple(_card(item, is_seen=item.measure_id in seen) for item in group))
        for title, group in groups
    )


def _card(item: ControlItem, *, is_seen: bool) -> MeasureCard:
    href = reverse("control:item", args=[item.pk])
    kind = _("Looked after by %(name)s") % {"name": item.owner.name}
    if not is_seen:
        return MeasureCard(title=_("A measure that its team keeps"), href=href, value="–", kind=kind)
    return replace(present_card(row_of(item.measure)), href=href, kind=kind)


def present_item(actor: Actor, item: ControlItem) -> ItemPage:
    measure, is_seen = item.measure, bool(may_view(actor, item.measure))
    chart = measures.chart_of(measure) if is_seen else None
    flags = flags_of(actor, measure, measures.annotations_of(measure)) if chart else ()
    is_active = item.state == ItemState.ACTIVE
    return ItemPage(
        id=item.pk,
        title=measure.name if is_seen else _("A measure that its team keeps"),
        above=", ".join(dict.fromkeys((item.unit.name, item.unit.organisation.name))),
        trail=(Crumb(text=_("Control"), href=reverse("control:list")),),
        facts=(
            Fact(text=str(ItemState(item.state).label), look="pine" if is_active else "plain"),
            Fact(text=_("Looked after by %(name)s") % {"name": item.owner.name}, look="words"),
        ),
        chart=present_chart(measure, chart, flags) if chart else None,
        readings=present_readings(chart) if chart else (),
        measure_href=reverse("measures:detail", args=[measure.pk]) if is_seen else "",
        plan=_plan(item),
        agreed=_agreed(item) if is_seen else (),
        standard_link=item.standard_link,
        project=_project(actor, item),
        may_retire=is_active and bool(may_change(actor, item)),
    )


def _plan(item: ControlItem) -> tuple[Term, ...]:
    return (
        Term(term=_("When"), text=item.trigger),
        Term(term=_("Who acts"), text=item.who_acts),
        Term(term=_("First step"), text=item.first_step),
        Term(term=_("Within"), text=item.within),
        Term(term=_("How we work"), text=item.standard_work),
    )


def _agreed(item: ControlItem) -> tuple[Term, ...]:
    is_percent = item.measure.is_percent
    lines = ((_("Average"), item.centre), (_("Lower limit"), item.lower), (_("Upper limit"), item.upper))
    told = [
        Term(term=term, text=format_value(value, percent=is_percent) + ("%" if is_percent else ""))
        for term, value in lines
        if value is not None
    ]
    since = [Term(term=_("Since"), text=format_date(item.limits_from))] if item.limits_from else []
    return (*since, *told)


def _project(actor: Actor, item: ControlItem) -> tuple[str, str] | None:
    project = item.project
    if project is None or not projects.may_view(actor, project):
        return None
    return project.title, reverse("projects:story", args=[project.pk])
