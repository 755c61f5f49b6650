"""The team in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import ngettext

from wellrun.core.actor import Actor
from wellrun.organisations.values import Perspective
from wellrun.projects.queries import PartnerOrganisation, Seat
from wellrun.projects.values import EDITORS, PartnerState, SeatRole
from wellrun.web.components.people.tag import Teammate

BY_EXPERIENCE = frozenset({Perspective.SERVICE_USER, Perspective.CARER})


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRow:
    """One seat on the team's page."""

    id: int
    name: str
    title: str
    role: str
    perspective: str
    is_own: bool
    may_end: bool
    is_active: bool


def present_team(seats: Iterable[Seat], actor: Actor, *, may_lead: bool) -> tuple[SeatRow, ...]:
    return tuple(
        SeatRow(
            id=seat.pk,
            name=seat.person.name,
            title=seat.title,
            role=str(SeatRole(seat.role).label),
            perspective=str(Perspective(seat.perspective).label),
            is_own=seat.person_id == actor.person_id,
            may_end=may_lead or seat.person_id == actor.person_id,
            is_active=seat.person.is_active,
        )
        for seat in seats
    )


def takers_besides(seats: Iterable[Seat], person_id: int) -> tuple[tuple[int, str], ...]:
    """Who works on the project and can take what somebody would have done next: number and name."""
    people = {
        seat.person_id: seat.person.name
        for seat in seats
        if seat.role in EDITORS and seat.person.is_active and seat.person_id != person_id
    }
    return tuple(people.items())


def partner_names(rows: Iterable[PartnerOrganisation]) -> tuple[str, ...]:
    """Other organisations that take part."""
    return tuple(row.organisation.name for row in rows if row.state == PartnerState.JOINED)


def teammates(seats: Iterable[Seat]) -> tuple[Teammate, ...]:
    """Each person once, with all that they are here."""
    roles: dict[str, list[str]] = {}
    for seat in seats:
        said = roles.setdefault(seat.person.name, [])
        said += [word for word in (seat.title, str(SeatRole(seat.role).label)) if word and word not in said]
    return tuple(Teammate(name=name, role=", ".join(said)) for name, said in roles.items())


def partners_text(seats: Iterable[Seat]) -> str:
    """How many of the team know the care from the other side."""
    rows = list(seats)
    everybody = len({seat.person_id for seat in rows})
    partners = len({seat.person_id for seat in rows if seat.perspective in BY_EXPERIENCE})
    if not partners:
        return ""
    words = ngettext(
        "%(partners)d of %(all)d is a service user or carer.",
        "%(partners)d of %(all)d are service users or carers.",
        partners,
    )
    return words % {"partners": partners, "all": everybody}
