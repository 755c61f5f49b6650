"""Forgetting a person at their own wish, or at an administrator's."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wellrun.accounts.models import Person
from wellrun.accounts.services import erase_person
from wellrun.core import audit, holdings, second_lock
from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, all_of
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Membership
from wellrun.organisations.permissions import may_administer, may_let_in
from wellrun.organisations.queries.leaving import roots_of, who_lets_in
from wellrun.organisations.services.memberships import end_membership


@transaction.atomic
def erase_member(*, actor: Actor, person: Person, reason: str = "", now: datetime) -> int:
    """End every role and seat of a person and forget them. Returns how many words of the audit were erased.

    What they looked after is passed on first, or asked of their teams: nothing stays in the hands of nobody.

    The person may ask, or somebody who administers every unit on which they hold a role. The last
    administrator of an organisation makes somebody else one first.
    """
    require_none_in(reason=reason)
    audit.take_turn()
    # Roles and words of theirs may be anywhere: what the second lock hides from the actor counts as well.
    with second_lock.as_system():
        rows = Membership.objects.select_related("unit").filter(person=person, ended_at=None)
        held = list(rows.order_by("pk"))
        _may_erase(actor, person, held).require()
        for membership in held:
            end_membership(actor=_leave_of(actor, person), membership=membership, now=now)
        holdings.let_go(actor=actor, person_id=person.pk, now=now)
        return erase_person(actor=actor, person=person, reason=reason, now=now)


def _may_erase(actor: Actor, person: Person, held: list[Membership]) -> Decision:
    if actor.is_system or actor.person_id == person.pk:
        return ALLOWED
    if not held:  # they have gone: the organisation that had them last looks after what they left
        decides = who_lets_in(person.pk)
        return may_let_in(actor, roots_of(decides), count=len(decides))
    return all_of(*(may_administer(actor, membership.unit) for membership in held))


def _leave_of(actor: Actor, person: Person) -> Actor:
    """Who ends the roles: somebody who leaves for good needs no administrator's leave."""
    if actor.person_id != person.pk:
        return actor
    return Actor(person_id=actor.person_id, name=actor.name, is_system=True)
