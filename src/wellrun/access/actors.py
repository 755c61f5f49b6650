"""From a person to an actor: the roles they hold now, and the organisation they look at."""

from __future__ import annotations

from wellrun.accounts.models import Person
from wellrun.core import second_lock
from wellrun.core.actor import NOBODY, Actor
from wellrun.organisations.queries import grants_of
from wellrun.projects.queries import grants_of as seats_held


def actor_for(person: Person, *, organisation_id: int | None = None) -> Actor:
    """The actor that a person is now; nobody, where they may no longer sign in."""
    if not person.is_active:
        return NOBODY
    with second_lock.as_system():  # what opens the lock cannot itself lie behind it
        grants = grants_of(person.pk) | seats_held(person.pk)
    own = sorted({grant.organisation_id for grant in grants if grant.organisation_id is not None})
    here = organisation_id if organisation_id in own else next(iter(own), None)
    return Actor(
        person_id=person.pk, name=person.name, grants=grants, organisation_id=here, is_demo=person.is_demo
    )
