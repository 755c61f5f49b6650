"""Who has gone from an organisation, or may go: and whether it still rests on them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from wellrun.accounts.models import Person
from wellrun.accounts.values import ERASED_ADDRESS
from wellrun.core import holdings, second_lock
from wellrun.organisations.models import Membership, Unit


def organisations_of(person_id: int) -> frozenset[int]:
    """Where a person holds a role now. Their other places count, so it is asked beyond the second lock."""
    with second_lock.as_system():
        held = Membership.objects.filter(person_id=person_id, ended_at=None).order_by()
        return frozenset(held.values_list("unit__organisation_id", flat=True))


def last_organisations_of(person_id: int) -> frozenset[int]:
    """Where a person held the role that ended last; several organisations where those ended together."""
    with second_lock.as_system():
        ended = Membership.objects.filter(person_id=person_id).exclude(ended_at=None).order_by("-ended_at")
        last = ended.values_list("ended_at", flat=True).first()
        had = ended.filter(ended_at=last).order_by().values_list("unit__organisation_id", flat=True)
        return frozenset(had)


def who_lets_in(person_id: int) -> frozenset[int]:
    """The organisations that decide whether a person signs in: theirs, or their last where they have gone."""
    return organisations_of(person_id) or last_organisations_of(person_id)


def roots_of(organisation_ids: Collection[int]) -> list[Unit]:
    """Each of these organisations as a whole, as far as the second lock shows them."""
    return list(Unit.objects.filter(organisation_id__in=organisation_ids, parent=None).order_by("pk"))


def closed_accounts(organisation_id: int, *, most: int = 200) -> list[Person]:
    """Who cannot sign in, has no role here any more, and was last here or elsewhere; by name."""
    roles = Membership.objects.filter(person=OuterRef("pk"), unit__organisation_id=organisation_id)
    rows = Person.objects.filter(Exists(roles), ~Exists(roles.filter(ended_at=None)), is_active=False)
    return list(rows.exclude(email__endswith=ERASED_ADDRESS).order_by("name", "pk")[:most])


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
    had = Membership.objects.filter(person_id=person_id, unit__organisation_id=organisation_id)
    if not had.exists() and all(each.pk != person_id for each in left_behind(organisation_id)):
        return None  # after as many questions whether there is such a person or not
    return Person.objects.filter(pk=person_id).first()
