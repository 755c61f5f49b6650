"""Partner organisations in plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from wellrun.projects.queries import PartnerOrganisation
from wellrun.projects.values import Partnership, PartnerState
from wellrun.web.partners.forms import OwnPersonForm
from wellrun_spc.wording import format_date

OPEN = frozenset({PartnerState.INVITED, PartnerState.JOINED})


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerRow:
    """An organisation that a project asked."""

    id: int
    name: str
    state: str
    since: str
    message: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnershipRow:
    """A project that asked an organisation, as that organisation sees it."""

    id: int
    project: str
    host: str
    message: str
    state: str
    since: str
    people: tuple[str, ...]
    is_asked: bool
    has_joined: bool
    form: OwnPersonForm | None


def present_partners(rows: Iterable[PartnerOrganisation], *, may_see_all: bool) -> tuple[PartnerRow, ...]:
    """Who only reads the project sees those who take part; the team sees all that were asked."""
    return tuple(
        PartnerRow(
            id=row.pk,
            name=row.organisation.name,
            state=str(PartnerState(row.state).label),
            since=_day(row.answered_at or row.invited_at),
            message=row.message,
            is_open=row.state in OPEN,
        )
        for row in rows
        if may_see_all or row.state == PartnerState.JOINED
    )


def present_partnerships(
    rows: Sequence[Partnership], *, tried: int | None, form: OwnPersonForm | None
) -> tuple[PartnershipRow, ...]:
    """``form`` is what was typed for the partnership that was ``tried``."""
    return tuple(
        PartnershipRow(
            id=row.id,
            project=row.project,
            host=row.host,
            message=row.message,
            state=str(PartnerState(row.state).label),
            since=_day(row.invited_at),
            people=row.people,
            is_asked=row.state == PartnerState.INVITED,
            has_joined=row.state == PartnerState.JOINED,
            form=_form(row, tried, form),
        )
        for row in rows
    )


def _form(row: Partnership, tried: int | None, form: OwnPersonForm | None) -> OwnPersonForm | None:
    if row.state != PartnerState.JOINED:
        return None
    return form if row.id == tried and form else OwnPersonForm(auto_id=f"id-{row.id}-%s")


def _day(moment: datetime | None) -> str:
    return format_date(localtime(moment).date()) if moment else ""
