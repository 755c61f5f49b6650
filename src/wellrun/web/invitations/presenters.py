"""Invitations as lines of a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from wellrun.organisations.queries import Invitation
from wellrun.web.account.presenters import when


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    id: int
    email: str
    unit: str
    role: str
    state: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """An invitation as the person who is invited sees it."""

    id: int
    unit: str
    organisation: str
    role: str
    until: str


def own_lines(rows: Iterable[Invitation]) -> tuple[OwnLine, ...]:
    return tuple(
        OwnLine(
            id=row.pk,
            unit=row.unit.name,
            organisation="" if row.unit.is_root else row.unit.organisation.name,
            role=row.get_role_display(),
            until=when(row.expires_at),
        )
        for row in rows
    )


def lines_of(rows: Iterable[Invitation], *, now: datetime) -> list[Line]:
    return [
        Line(
            id=row.pk,
            email=row.email,
            unit=row.unit.name,
            role=row.get_role_display(),
            state=_state(row, now),
            is_open=not (row.used_at or row.withdrawn_at or row.declined_at) and row.expires_at > now,
        )
        for row in rows
    ]


def _state(row: Invitation, now: datetime) -> str:
    if row.used_at:
        return _("Joined on %(when)s") % {"when": when(row.used_at)}
    if row.declined_at:
        return _("Said no on %(when)s") % {"when": when(row.declined_at)}
    if row.withdrawn_at:
        return _("Taken back")
    if row.expires_at <= now:
        return _("Too old; invite again")
    return _("Open until %(when)s") % {"when": when(row.expires_at)}
