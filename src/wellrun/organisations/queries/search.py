"""How units and people are found."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from wellrun.accounts.queries import Person
from wellrun.core.actor import Actor
from wellrun.core.search.registry import Searchable, Text
from wellrun.organisations.models import DirectoryEntry, Membership, Unit
from wellrun.organisations.queries.people import LISTED, marks_of, people_visible_to
from wellrun.organisations.queries.units import units_visible_to


def _text_of_unit(unit: Unit) -> Text | None:
    return None if unit.is_closed else Text(title=unit.name, more=f"{unit.kind} {unit.code}")


def _text_of_person(person: Person) -> Text | None:
    return Text(title=person.name, more=person.about) if person.is_active else None


def _text_of_entry(entry: DirectoryEntry) -> Text:
    unit = "" if entry.unit.is_root else entry.unit.name
    marks = " ".join(marks_of(entry.organisation_id, is_active=entry.person.is_active))
    return Text(title=entry.name_key, more=f"{entry.text} {unit} {marks}")


def _people_visible_to(actor: Actor) -> QuerySet[Person]:
    """Colleagues: people with a role in an organisation that this person belongs to."""
    shared = Membership.objects.filter(
        person_id=OuterRef("pk"), ended_at=None, unit__organisation_id__in=actor.organisation_ids
    )
    return Person.objects.filter(Exists(shared), is_active=True).order_by("name", "pk")


UNITS = Searchable(
    kind="unit",
    model=Unit,
    fields=frozenset({"name", "kind", "code", "is_closed"}),
    text_of=_text_of_unit,
    visible_to=lambda actor: units_visible_to(actor).select_related("organisation").order_by("name", "pk"),
)
PEOPLE = Searchable(
    kind="person",
    model=Person,
    fields=frozenset({"name", "about", "is_active"}),
    text_of=_text_of_person,
    visible_to=_people_visible_to,
)
LISTING = Searchable(
    kind=LISTED,
    model=DirectoryEntry,
    fields=frozenset({"name_key", "text", "unit"}),
    reads=("unit", "person"),
    text_of=_text_of_entry,
    visible_to=people_visible_to,
    is_in_the_box=False,
)
"""The directory: by name, titles and own words, and by the unit where somebody works first."""
