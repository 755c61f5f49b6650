"""Services of single sign-on in plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.access.sign_on_rule import Standing
from wellrun.organisations.queries import Organisation
from wellrun.web.account.presenters import when


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow:
    name: str
    issuer: str
    whose: str
    people: str
    last_used: str


def present_services(rows: Sequence[Standing], organisation: Organisation) -> tuple[ServiceRow, ...]:
    return tuple(
        ServiceRow(
            name=row.name,
            issuer=row.issuer,
            whose=organisation.name if row.is_own else _("Every organisation’s"),
            people=ngettext("%(count)d person", "%(count)d people", row.people) % {"count": row.people},
            last_used=when(row.last_used),
        )
        for row in rows
    )
