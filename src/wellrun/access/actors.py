"""From a person to an actor: the roles they hold now, and the organisation they look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from wellrun.accounts.models import Person
from wellrun.core import second_lock
from wellrun.core.actor import NOBODY, Actor, Grant
from wellrun.organisations.queries import grants_of
from wellrun.organisations.values import LEADING_ROLES, UNIT
from wellrun.projects.queries import grants_of as seats_held


def actor_for(person: Person, *, organisation_id: int | None = None) -> Actor:
    """The actor that a person is now; nobody, where they may no longer sign in."""
    if not person.is_active:
        return NOBODY
    with second_lock.as_system():  # what opens the lock cannot itself lie behind it
        grants = grants_of(person.pk) | seats_held(person.pk)
    own = {grant.organisation_id for grant in grants if grant.organisation_id is not None}
    here = organisation_id if organisation_id in own else _home(grants)
    return Actor(
        person_id=person.pk, name=person.name, grants=grants, organisation_id=here, is_demo=person.is_demo
    )


def _home(grants: Iterable[Grant]) -> int | None:
    """Where somebody of several organisations begins: where they lead, else where they have most to do."""
    roles, leads = Counter[int](), Counter[int]()
    for grant in grants:
        if grant.scope == UNIT and grant.organisation_id is not None:
            roles[grant.organisation_id] += 1
            leads[grant.organisation_id] += grant.role in LEADING_ROLES
    return min(roles, key=lambda each: (-leads[each], -roles[each], each), default=None)
