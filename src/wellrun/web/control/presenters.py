"""Control items as pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.control.permissions import may_change, may_take_back
from wellrun.control.queries import ControlItem, changes_of, handed_over_last, items_of
from wellrun.control.values import ITEM_TEXTS, ItemState
from wellrun.core.actor import Actor
from wellrun.measures import queries as measures
from wellrun.measures.permissions import may_view
from wellrun.measures.queries import row_of
from wellrun.projects import permissions as projects
from wellrun.projects.queries import standing_of
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.define.tag import Term
from wellrun.web.components.measure_card.tag import MeasureCard
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.components.timeline.tag import Moment
from wellrun.web.control.words import (
    agreed_terms,
    look_text,
    looked_after_text,
    present_changes,
    response_terms,
)
from wellrun.web.measures.presenters.charts import ChartView, present_chart
from wellrun.web.measures.presenters.flags import flags_of
from wellrun.web.measures.presenters.lists import present_card
from wellrun.web.measures.presenters.readings import ReadingView, present_readings


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
    standard_work: str
    standard_link: str
    response: tuple[Term, ...]
    agreed: tuple[Term, ...]
    next_look: str
    changes: tuple[Moment, ...]
    project: tuple[str, str] | None
    beside: tuple[tuple[str, str], ...]
    """What else its project handed over and is looked after."""
    may_change: bool
    refusal: str


def present_items(actor: Actor, items: Sequence[ControlItem], *, today: date) -> tuple[UnitGroup, ...]:
    """Items by unit, each with the stored reading of its measure, for those who may see that."""
    wanted = measures.visible_to(actor).filter(pk__in={item.measure_id for item in items})
    seen = set(wanted.order_by().values_list("pk", flat=True))
    groups = groupby(items, key=lambda item: f"{item.unit.name}, {item.unit.organisation.name}")
    return tuple(
        UnitGroup(
            title=title,
            cards=tuple(_card(item, is_seen=item.measure_id in seen, today=today) for item in group),
        )
        for title, group in groups
    )


def _card(item: ControlItem, *, is_seen: bool, today: date) -> MeasureCard:
    href = reverse("control:item", args=[item.pk])
    look = look_text(item, today=today)
    kind = ". ".join(
        filter(None, (looked_after_text(item), look and _("Next look: %(day)s") % {"day": look}))
    )
    if not is_seen:
        return MeasureCard(title=_("A measure that its team keeps"), href=href, value="–", kind=kind)
    return replace(present_card(row_of(item.measure)), href=href, kind=kind)


def present_item(actor: Actor, item: ControlItem, *, today: date) -> ItemPage:
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
            Fact(text=looked_after_text(item), look="words"),
        ),
        chart=present_chart(measure, chart, flags) if chart else None,
        readings=present_readings(chart) if chart else (),
        measure_href=reverse("measures:detail", args=[measure.pk]) if is_seen else "",
        standard_work=item.standard_work,
        standard_link=item.standard_link,
        response=response_terms(item),
        agreed=agreed_terms(item) if is_seen else (),
        next_look=look_text(item, today=today),
        changes=present_changes(changes_of(item)),
        project=_project(actor, item),
        beside=_beside(actor, item),
        may_change=is_active and bool(may_change(actor, item)),
        refusal=may_change(actor, item).refusal if is_active else "",
    )


def _beside(actor: Actor, item: ControlItem) -> tuple[tuple[str, str], ...]:
    rows = items_of(actor, item.project) if item.project is not None else []
    others = [row for row in rows if row.pk != item.pk and row.state == ItemState.ACTIVE]
    return present_links(actor, others)


def present_links(actor: Actor, items: Sequence[ControlItem]) -> tuple[tuple[str, str], ...]:
    """Name and address of each. Who sees an item need not see its measure."""
    seen = measures.visible_to(actor).filter(pk__in={item.measure_id for item in items})
    names = dict(seen.order_by().values_list("pk", "name")) if items else {}
    hidden = _("A measure that its team keeps")
    return tuple(
        (names.get(item.measure_id, hidden), reverse("control:item", args=[item.pk])) for item in items
    )


def may_undo_hand_over(actor: Actor, item: ControlItem) -> bool:
    """Where it is the last thing that happened to the project, and this person may go back that step."""
    project = item.project
    if project is None or not handed_over_last(project):
        return False
    return bool(may_take_back(actor, project, standing_of(project)))


def item_as_typed(item: ControlItem) -> dict[str, object]:
    """The item as its form shows it."""
    names = (*ITEM_TEXTS, "standard_link", "next_review", "version")
    return {name: getattr(item, name) for name in names} | {"owner": str(item.owner_id)}


def _project(actor: Actor, item: ControlItem) -> tuple[str, str] | None:
    project = item.project
    if project is None or not projects.may_view(actor, project):
        return None
    return project.title, reverse("projects:story", args=[project.pk])
