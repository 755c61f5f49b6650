"""Who has gone from an organisation, or may go: and whether it still rests on them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from wellrun.accounts.models import Person
from wellrun.core import holdings, second_lock
from wellrun.organisations.models import Membership


def organisations_of(person_id: int) -> frozenset[int]:
    """Where a person holds a role now. Their other places count, so it is asked beyond the second lock."""
    with second_lock.as_system():
        held = Membership.objects.filter(person_id=person_id, ended_at=None).order_by()
        return frozenset(held.values_list("unit__organisation_id", flat=True))


def gone_among(organisation_id: int, person_ids: Collection[int]) -> list[Person]:
    """Those who can no longer sign in, or who had a role here and have none any more; by name."""
    roles = Membership.objects.filter(person=OuterRef("pk"), unit__organisation_id=organisation_id)
    has_left = Q(Exists(roles)) & ~Q(Exists(roles.filter(ended_at=None)))
    rows = Person.objects.filter(Q(is_active=False) | has_left, pk__in=person_ids)
    return list(rows.order_by("name", "pk"))


def left_behind(organisation_id: int) -> list[Person]:
    """People who have gone while something here still rests with them."""
    return gone_among(organisation_id, holdings.holders_in(organisation_id))


def person_administered(organisation_id: int, person_id: int) -> Person | None:
    """Somebody whom an administrator of the organisation looks after: with a role there, now or before,

    or who looks after something there and has gone.
    """
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        return None
    had = Membership.objects.filter(person=person, unit__organisation_id=organisation_id)
    if had.exists() or any(each.pk == person_id for each in left_behind(organisation_id)):
        return person
    return None
