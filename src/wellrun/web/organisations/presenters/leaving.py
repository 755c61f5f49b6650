"""Somebody who goes, or has gone, in plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.accounts.values import ERASED_ADDRESS
from wellrun.core.decision import Decision
from wellrun.core.holdings import Holding
from wellrun.organisations.queries import Membership, Organisation
from wellrun.organisations.values import Role
from wellrun.web.organisations.presenters.administration import AdministeredRole


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingPage:
    """What an administrator sees of one person."""

    name: str
    email: str
    is_active: bool
    is_own: bool
    is_erased: bool
    roles: tuple[AdministeredRole, ...]
    works_elsewhere: bool
    """Their sign-in is not this organisation's to end."""
    why_not_let_in: str
    """Why they cannot be let in again from here; empty where they can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """Somebody who has gone, and how much rests with them."""

    name: str
    why: str
    count: str
    href: str


def present_person(
    *,
    name: str,
    email: str,
    is_active: bool,
    is_own: bool,
    roles: Sequence[Membership],
    works_elsewhere: bool,
    may_let_in: Decision,
) -> LeavingPage:
    return LeavingPage(
        name=name,
        email=email,
        is_active=is_active,
        is_own=is_own,
        is_erased=email.endswith(ERASED_ADDRESS),
        roles=tuple(
            AdministeredRole(
                text=f"{Role(row.role).label}, {row.unit.name}",
                href=reverse("organisations:role", args=[row.unit.organisation.slug, row.pk]),
            )
            for row in roles
        ),
        works_elsewhere=works_elsewhere,
        why_not_let_in=may_let_in.refusal,
    )


def present_closed_accounts(
    people: Sequence[tuple[int, str]], organisation: Organisation
) -> tuple[tuple[str, str], ...]:
    """The names of those who may be let in again, and where."""
    return tuple(
        (name, reverse("organisations:administer-person", args=[organisation.slug, number]))
        for number, name in people
    )


def present_left_behind(
    people: Sequence[tuple[int, str, bool]], held: Sequence[Holding], organisation: Organisation
) -> tuple[LeftBehind, ...]:
    """``people``: number, name, and whether they can sign in."""
    counts: dict[int, int] = {}
    for each in held:
        counts[each.person_id] = counts.get(each.person_id, 0) + 1
    return tuple(
        LeftBehind(
            name=name,
            why=_("Has no role here any more") if is_active else _("Cannot sign in"),
            count=_things(counts.get(number, 0)),
            href=reverse("organisations:administer-person", args=[organisation.slug, number]),
        )
        for number, name, is_active in people
    )


def _things(count: int) -> str:
    return ngettext("%(count)d thing", "%(count)d things", count) % {"count": count}
