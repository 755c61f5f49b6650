"""Keeps the directory true: a line for each person in each organisation, made from their roles there.

It is no change of its own, so it leaves no audit record: it follows the roles and names that were changed.
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet

from wellrun.accounts.models import Person
from wellrun.core.folding import folded
from wellrun.core.search.index import index_rows
from wellrun.organisations.models import DirectoryEntry, Membership
from wellrun.organisations.queries.people import LISTED


@transaction.atomic
def list_person(person_id: int, organisation_id: int) -> None:
    """Write the person's line in an organisation's directory again, or take it out."""
    held = list(_held(person_id).filter(unit__organisation_id=organisation_id))
    if not held:
        DirectoryEntry.objects.filter(person_id=person_id, organisation_id=organisation_id).delete()
        return
    person = held[0].person
    DirectoryEntry.objects.update_or_create(
        person_id=person_id,
        organisation_id=organisation_id,
        defaults={
            "unit_id": held[0].unit_id,
            "title": next((row.title for row in held if row.title), ""),
            "name_key": folded(person.name, longest=200),
            "text": text_of(person, [row.title for row in held]),
        },
    )


@transaction.atomic
def list_again(person: Person) -> None:
    """After somebody's name or their words about themselves have changed: everywhere they are listed."""
    Membership.objects.filter(person_id=person.pk).update(name_key=folded(person.name, longest=200))
    for organisation_id in set(
        _held(person.pk).order_by().values_list("unit__organisation_id", flat=True).distinct()
    ):
        list_person(person.pk, organisation_id)


def text_of(person: Person, titles: list[str]) -> str:
    """What a search looks in."""
    return folded(" ".join([person.name, *dict.fromkeys(titles), person.about]))


def find_by_unit(unit_id: int) -> None:
    """After a unit has another name: whoever works there first is found by it."""
    rows = DirectoryEntry.objects.filter(unit_id=unit_id).order_by("pk")
    index_rows(LISTED, list(rows.values_list("pk", flat=True)))


def _held(person_id: int) -> QuerySet[Membership]:
    rows = Membership.objects.filter(person_id=person_id, ended_at=None)
    return rows.select_related("person").order_by("since", "pk")
