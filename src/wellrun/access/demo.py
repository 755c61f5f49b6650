"""The people of the demo world whom a visitor may become; there are none beside real people."""

from __future__ import annotations

from wellrun.accounts.models import Person
from wellrun.accounts.queries import has_real_people
from wellrun.organisations.models import Membership


def people_to_become() -> list[Person]:
    """The few of the demo world who are offered; empty as soon as one real person is here.

    A demo and real people are kept apart when people are added. It is asked again here, with each sign-in.
    """
    if has_real_people():
        return []
    offered = Person.objects.filter(is_demo=True, is_active=True).exclude(offered_as="")
    return list(offered.order_by("pk"))


def person_to_become(person_id: int) -> Person | None:
    return next((person for person in people_to_become() if person.pk == person_id), None)


def places_of(person_ids: list[int]) -> dict[int, tuple[str, str]]:
    """For each person the organisation where their first role is, and what they do there."""
    held = Membership.objects.filter(person_id__in=person_ids, ended_at=None).order_by("-pk")
    rows = held.values_list("person_id", "unit__organisation__name", "title")
    return {person_id: (organisation, title) for person_id, organisation, title in rows}
