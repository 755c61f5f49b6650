"""Which roles a person holds now."""

from __future__ import annotations

from wellrun.core.actor import Actor, Grant
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.values import UNIT, Role


def grants_of(person_id: int) -> frozenset[Grant]:
    """The roles that have not ended, in one query. What is inherited below is not written out."""
    held = Membership.objects.filter(person_id=person_id, ended_at=None).order_by()
    rows = held.values_list("role", "unit_id", "unit__organisation_id")
    return frozenset(
        [
            Grant(role=role, scope=UNIT, scope_id=unit_id, organisation_id=organisation_id)
            for role, unit_id, organisation_id in rows
        ]
    )


def administers_an_organisation(actor: Actor) -> bool:
    """Whether the person is an administrator of any organisation as a whole."""
    places = actor.places(UNIT, {Role.ADMINISTRATOR})
    return bool(places) and Unit.objects.filter(pk__in=places, parent=None).exists()
