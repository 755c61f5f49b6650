"""The pages of administration in plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.organisations.queries import EntryPage, Membership, Organisation
from wellrun.organisations.values import Role
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.organisations.sections import SECTIONS
from wellrun.web.organisations.showing import organisation_crumb


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of administration, on its first page."""

    title: str
    help: str
    href: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministeredRole:
    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Administered:
    """Somebody with a role, as administrators see them: with e-mail address, and each role to change."""

    name: str
    href: str
    email: str
    is_active: bool
    roles: tuple[AdministeredRole, ...]


def administration_trail(organisation: Organisation) -> tuple[Crumb, ...]:
    home = reverse("organisations:administration", args=[organisation.slug])
    return (organisation_crumb(organisation), Crumb(text=_("Administration"), href=home))


def present_parts(organisation: Organisation) -> tuple[Part, ...]:
    return tuple(
        Part(
            title=str(section.title),
            help=str(section.help),
            href=reverse(section.url_name, args=[organisation.slug]),
            icon=section.icon,
        )
        for section in SECTIONS
    )


def present_administered(
    found: EntryPage, roles: Sequence[Membership], organisation: Organisation
) -> tuple[Administered, ...]:
    """Each person once, with all roles they hold here."""
    held: dict[int, list[AdministeredRole]] = {}
    for row in roles:
        text = f"{Role(row.role).label}, {row.unit.name}"
        href = reverse("organisations:role", args=[organisation.slug, row.pk])
        held.setdefault(row.person_id, []).append(AdministeredRole(text=text, href=href))
    return tuple(
        Administered(
            name=entry.person.name,
            href=reverse("organisations:administer-person", args=[organisation.slug, entry.person_id]),
            email=entry.person.email,
            is_active=entry.person.is_active,
            roles=tuple(held.get(entry.person_id, ())),
        )
        for entry in found.entries
    )
