"""Questions about organisations."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from wellrun.core.actor import Actor
from wellrun.organisations.models import Invitation, Membership, Organisation, Unit
from wellrun.organisations.values import UNIT, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """An organisation that its administrator has only just set up, and what is not there yet."""

    organisation: Organisation
    has_units: bool
    has_people: bool
    """Somebody else works here, or has been invited."""


def visible_to(actor: Actor) -> QuerySet[Organisation]:
    """The organisations a person belongs to."""
    return Organisation.objects.filter(pk__in=actor.organisation_ids)


def get_for(actor: Actor, organisation_id: int) -> Organisation | None:
    return visible_to(actor).filter(pk=organisation_id).first()


def organisation_at(actor: Actor, slug: str) -> Organisation | None:
    """The same by its address."""
    return visible_to(actor).filter(slug=slug).first()


def beginning_of(actor: Actor) -> Beginning | None:
    """The organisation that is looked at, where units or people are missing, for who administers it."""
    if actor.organisation_id is None:
        return None
    roots = Unit.objects.filter(organisation_id=actor.organisation_id, parent=None)
    administered = roots.filter(pk__in=actor.places(UNIT, {Role.ADMINISTRATOR}))
    root = administered.select_related("organisation").first()
    if root is None:
        return None
    below = Unit.objects.filter(organisation_id=root.organisation_id)
    others = Membership.objects.filter(unit__in=below).exclude(person_id=actor.id)
    found = Beginning(
        organisation=root.organisation,
        has_units=below.exclude(pk=root.pk).exists(),
        has_people=others.exists() or Invitation.objects.filter(unit__in=below).exists(),
    )
    return None if found.has_units and found.has_people else found


def organisation_with(slug: str) -> Organisation | None:
    return Organisation.objects.filter(slug=slug).first()


def all_ids() -> frozenset[int]:
    """Every organisation there is."""
    return frozenset(Organisation.objects.order_by().values_list("pk", flat=True))


def all_slugs() -> list[str]:
    """Short names of every organisation, for whoever runs the installation."""
    return list(Organisation.objects.order_by("slug").values_list("slug", flat=True))
