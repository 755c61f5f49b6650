"""The people of the demo world as the sign-in page shows them: by organisation, each with one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.access.demo import places_of
from wellrun.accounts.queries import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    id: int
    name: str
    title: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    id: str
    name: str
    people: tuple[Guest, ...]


def groups_of(people: Sequence[Person]) -> list[Group]:
    """In the order in which they are known; whoever belongs nowhere yet comes last."""
    places = places_of([person.pk for person in people])
    guests: dict[str, list[Guest]] = {}
    for person in people:
        organisation, title = places.get(person.pk, ("", ""))
        guest = Guest(id=person.pk, name=person.name, title=title, about=person.offered_as)
        guests.setdefault(organisation, []).append(guest)
    return [
        Group(id=f"group-{number}", name=name or _("New here"), people=tuple(guests[name]))
        for number, name in enumerate(sorted(guests, key=lambda name: not name), 1)
    ]
