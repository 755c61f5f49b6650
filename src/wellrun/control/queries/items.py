"""Which control items somebody may see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from wellrun.control.models import ControlItem
from wellrun.core.actor import Actor
from wellrun.organisations.models import Unit
from wellrun.organisations.values import INHERITED, UNIT, Role
from wellrun.projects.models import Project
from wellrun.projects.values import PROJECT, SeatRole


def visible_to(actor: Actor) -> QuerySet[ControlItem]:
    """The items that exist for this person. The same rule as `permissions.may_view`."""
    levels = Q(unit_id__in=actor.places(UNIT, Role.values))
    levels |= Q(project_id__in=actor.places(PROJECT, SeatRole.values))
    if actor.person_id is not None:
        levels |= Q(owner_id=actor.person_id)
    above = Unit.objects.filter(pk__in=actor.places(UNIT, INHERITED)).order_by()
    for path in above.values_list("path", flat=True):
        levels |= Q(unit__path__startswith=path)
    return ControlItem.objects.filter(levels).select_related(
        "unit__organisation", "measure", "owner", "project"
    )


def get_for(actor: Actor, item_id: int) -> ControlItem | None:
    return visible_to(actor).filter(pk=item_id).first()


def items_of(actor: Actor, project: Project) -> list[ControlItem]:
    """What the project handed over, as far as this person may see it."""
    return list(visible_to(actor).filter(project=project).order_by("pk"))
