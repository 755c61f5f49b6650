"""Questions about people."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress

from wellrun.accounts.models import Person as Person
from wellrun.accounts.models import Session as Session


def person_with(email: str) -> Person | None:
    """The person with this address, capitals or not."""
    return Person.objects.filter(email__iexact=email).first()


def is_free_for(person_id: int, email: str) -> bool:
    """Whether nobody but this person has the address."""
    return not Person.objects.filter(email__iexact=email).exclude(pk=person_id).exists()


def person_with_id(person_id: int) -> Person | None:
    return Person.objects.filter(pk=person_id).first()


def has_real_people() -> bool:
    """Whether anybody here is not of the demo world."""
    return Person.objects.filter(is_demo=False).exists()


def has_demo_people() -> bool:
    """Whether this database is a demo world."""
    return Person.objects.filter(is_demo=True).exists()


def names_of(person_ids: set[int]) -> dict[int, str]:
    return dict(Person.objects.filter(pk__in=person_ids).order_by("pk").values_list("pk", "name"))


def sessions_of(person_id: int, *, now: datetime) -> list[Session]:
    """Where a person is signed in, the latest first."""
    held = Session.objects.filter(person_id=person_id, expire_date__gt=now, signed_in_at__isnull=False)
    return list(held.order_by("-seen_at", "session_key"))


def confirmed_address(person_id: int) -> str:
    """The address that the person has shown to be theirs; empty where there is none."""
    shown = EmailAddress.objects.filter(user_id=person_id, verified=True).order_by("-primary", "pk")
    return shown.values_list("email", flat=True).first() or ""
