"""Questions about the tree of units."""

from __future__ import annotations

from django.db.models import QuerySet

from wellrun.core.actor import Actor
from wellrun.organisations.models import Unit


def units_visible_to(actor: Actor) -> QuerySet[Unit]:
    """Every unit of the organisations the person belongs to. The same rule as `permissions.may_view_unit`."""
    return Unit.objects.filter(organisation_id__in=actor.organisation_ids)


def unit_for(actor: Actor, unit_id: int) -> Unit | None:
    """One unit with its organisation; ``None`` where it does not exist for this person."""
    return units_visible_to(actor).select_related("organisation").filter(pk=unit_id).first()


def unit_with(organisation_id: int, slug: str) -> Unit | None:
    return Unit.objects.filter(organisation_id=organisation_id, slug=slug).first()


def root_of(organisation_id: int) -> Unit:
    """The unit that stands for the organisation as a whole."""
    return Unit.objects.get(organisation_id=organisation_id, parent=None)


def units_below(unit: Unit) -> QuerySet[Unit]:
    """The unit itself and all below it, parents before children."""
    return Unit.objects.filter(path__startswith=unit.path).order_by("path")
