"""Which control items somebody may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.control.models import ControlItem
from wellrun.control.permissions import may_view
from wellrun.control.queries.holdings import takers_on
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.rests import named
from wellrun.organisations.models import Unit
from wellrun.organisations.values import INHERITED, UNIT, Role
from wellrun.projects.models import Project
from wellrun.projects.queries import seats_of
from wellrun.projects.values import PROJECT, SeatRole

THING = "control_item"
_RELATED = ("unit__organisation", "measure", "owner", "project")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemEvent:
    """Something that happened to a control item, and how what was changed had been."""

    action: str
    at: date
    who: str
    before: Mapping[str, Any]
    reason: str


def visible_to(actor: Actor) -> QuerySet[ControlItem]:
    """The items that exist for this person. The same rule as `permissions.may_view`."""
    levels = Q(unit_id__in=actor.places(UNIT, Role.values))
    levels |= Q(project_id__in=actor.places(PROJECT, SeatRole.values))
    if actor.person_id is not None:
        levels |= Q(owner_id=actor.person_id)
    above = Unit.objects.filter(pk__in=actor.places(UNIT, INHERITED)).order_by()
    for path in above.values_list("path", flat=True):
        levels |= Q(unit__path__startswith=path)
    return ControlItem.objects.filter(levels).select_related(*_RELATED)


def items_resting_on(actor: Actor, measure_id: int) -> str:
    """Which control items watch a measure, for whoever wants to remove it."""
    rests = ControlItem.objects.filter(measure_id=measure_id)
    seen = [each.unit.name for each in visible_to(actor).filter(pk__in=rests.order_by()).order_by("pk")]
    others = rests.count() - len(seen)
    if not seen and not others:
        return ""
    words = ngettext("%(count)d place that you cannot see", "%(count)d places that you cannot see", others)
    told = named(seen, words % {"count": others} if others else "")
    return _("Daily control watches it: %(names)s.") % {"names": told}


def get_for(actor: Actor, item_id: int) -> ControlItem | None:
    return visible_to(actor).filter(pk=item_id).first()


def keepers_for(item: ControlItem) -> dict[int, str]:
    """Who can look after it: who does now, people of its unit or above, and of the project's team."""
    seats = seats_of(item.project) if item.project is not None else ()
    team = {seat.person_id: seat.person.name for seat in seats if seat.person.is_active}
    return {item.owner_id: item.owner.name} | dict(takers_on([item.unit])[item.unit_id]) | team


def changes_of(item: ControlItem) -> list[ItemEvent]:
    """What happened to it, the latest first."""
    records = audit.records_of(THING, item.pk).select_related("words")
    return [
        ItemEvent(
            action=record.action,
            at=record.at.date(),
            who=record.actor_name,
            before=record.before or {},
            reason=record.reason,
        )
        for record in records
    ]


def items_of(actor: Actor, project: Project) -> list[ControlItem]:
    """What the project handed over, as far as this person may see it, in one question."""
    rows = ControlItem.objects.filter(project=project).select_related(*_RELATED).order_by("pk")
    return [item for item in rows if may_view(actor, item)]
