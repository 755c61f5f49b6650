"""The directory in plain values. E-mail addresses are for administrators alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.organisations.permissions import may_administer
from wellrun.organisations.queries import EntryPage, Membership, Organisation
from wellrun.organisations.values import Perspective, Role
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.shell.paging import next_page


class Human(Protocol):
    """What is asked of a person."""

    name: str
    email: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line of the directory."""

    name: str
    href: str
    title: str
    unit: str
    unit_href: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryPage:
    """What the directory shows."""

    title: str
    trail: tuple[Crumb, ...]
    people: tuple[Listed, ...]
    search: str
    first_href: str
    next_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """A role in words, with where it is held."""

    role: str
    title: str
    perspective: str
    unit: str
    unit_href: str
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """What the page of a person shows."""

    name: str
    about: str
    email: str
    roles: tuple[HeldRole, ...]
    people_href: str


def present_directory(
    found: EntryPage, organisation: Organisation, *, search: str, is_first: bool
) -> DirectoryPage:
    people = tuple(
        Listed(
            name=entry.person.name,
            href=reverse("people:person", args=[entry.person_id]),
            title=entry.title,
            unit="" if entry.unit.is_root else entry.unit.name,
            unit_href=reverse("organisations:unit", args=[organisation.slug, entry.unit.slug]),
            about=entry.person.about,
        )
        for entry in found.entries
    )
    home = reverse("organisations:organisation", args=[organisation.slug])
    return DirectoryPage(
        title=_("People of %(organisation)s") % {"organisation": organisation.name},
        trail=(Crumb(text=organisation.name, href=home),),
        people=people,
        search=search,
        first_href="" if is_first else next_page(None, q=search) or reverse("people:list"),
        next_href=next_page(found.next, q=search) if found.next else "",
    )


def present_page_of(actor: Actor, person: Human, roles: Sequence[Membership]) -> PersonPage:
    """``roles`` are those in the organisations that both belong to."""
    is_administered = any(may_administer(actor, row.unit) for row in roles)
    return PersonPage(
        name=person.name,
        about=person.about,
        email=person.email if is_administered else "",
        roles=tuple(_held(row) for row in roles),
        people_href=reverse("people:list") if actor.organisation_id else "",
    )


def _held(row: Membership) -> HeldRole:
    organisation = row.unit.organisation
    is_staff = row.perspective == Perspective.STAFF
    return HeldRole(
        role=str(Role(row.role).label),
        title=row.title,
        perspective="" if is_staff else str(Perspective(row.perspective).label),
        unit=row.unit.name,
        unit_href=reverse("organisations:unit", args=[organisation.slug, row.unit.slug]),
        organisation="" if row.unit.is_root else organisation.name,
    )
