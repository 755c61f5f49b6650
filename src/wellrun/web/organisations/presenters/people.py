"""People with their roles, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from wellrun.organisations.queries import Membership
from wellrun.organisations.values import Perspective, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person on a unit: name, role and side in words."""

    name: str
    href: str
    role: str
    perspective: str
    """Empty for staff: that is what most are."""
    title: str
    unit: str
    change_href: str
    is_active: bool


def present_person(row: Membership, organisation: str, *, may_change: bool = False) -> PersonLine:
    return PersonLine(
        name=row.person.name,
        href=reverse("people:person", args=[row.person_id]),
        role=str(Role(row.role).label),
        perspective="" if row.perspective == Perspective.STAFF else str(Perspective(row.perspective).label),
        title=row.title,
        unit=row.unit.name,
        change_href=reverse("organisations:role", args=[organisation, row.pk]) if may_change else "",
        is_active=row.person.is_active,
    )


def present_people(
    rows: Sequence[Membership], organisation: str, *, may_change: bool = False
) -> tuple[PersonLine, ...]:
    return tuple(present_person(row, organisation, may_change=may_change) for row in rows)
