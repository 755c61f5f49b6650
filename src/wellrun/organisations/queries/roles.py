"""Which roles a person holds now."""

from __future__ import annotations

from collections.abc import Collection

from wellrun.core.actor import Actor, Grant
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.values import UNIT, Role


def grants_of(person_id: int) -> frozenset[Grant]:
    """The roles that have not ended, in one query. What is inherited below is not written out."""
    return grants_of_all([person_id])[person_id]


def grants_of_all(person_ids: Collection[int]) -> dict[int, frozenset[Grant]]:
    """The same for many people, still in one query."""
    held = Membership.objects.filter(person_id__in=person_ids, ended_at=None).order_by()
    found: dict[int, set[Grant]] = {person_id: set() for person_id in person_ids}
    for person_id, role, unit_id, organisation_id in held.values_list(
        "person_id", "role", "unit_id", "unit__organisation_id"
    ):
        found[person_id].add(Grant(role=role, scope=UNIT, scope_id=unit_id, organisation_id=organisation_id))
    return {person_id: frozenset(grants) for person_id, grants in found.items()}


def administers_an_organisation(actor: Actor) -> bool:
    """Whether the person is an administrator of any organisation as a whole."""
    places = actor.places(UNIT, {Role.ADMINISTRATOR})
    return bool(places) and Unit.objects.filter(pk__in=places, parent=None).exists()
