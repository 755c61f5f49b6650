"""Questions about people."""

from __future__ import annotations

from wellrun.accounts.models import Person


def person_with(email: str) -> Person | None:
    """The person with this address, capitals or not."""
    return Person.objects.filter(email__iexact=email).first()


def person_with_id(person_id: int) -> Person | None:
    return Person.objects.filter(pk=person_id).first()


def has_real_people() -> bool:
    """Whether anybody here is not of the demo world."""
    return Person.objects.filter(is_demo=False).exists()


def names_of(person_ids: set[int]) -> dict[int, str]:
    return dict(Person.objects.filter(pk__in=person_ids).order_by("pk").values_list("pk", "name"))
