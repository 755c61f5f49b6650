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


def lines_of(rows: Iterable[Invitation], *, now: datetime) -> list[Line]:
    return [
        Line(
            id=row.pk,
            email=row.email,
            unit=row.unit.name,
            role=row.get_role_display(),
            state=_state(row, now),
            is_open=not row.used_at and not row.withdrawn_at and row.expires_at > now,
        )
        for row in rows
    ]


def _state(row: Invitation, now: datetime) -> str:
    if row.used_at:
        return _("Joined on %(when)s") % {"when": when(row.used_at)}
    if row.withdrawn_at:
        return _("Taken back")
    if row.expires_at <= now:
        return _("Too old; invite again")
    return _("Open until %(when)s") % {"when": when(row.expires_at)}
