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
from wellrun.web.projects.presenters.portfolio import leads_text

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
    seats_by_name: dict[str, list[Seat]] = {}
    for seat in seats:
        seats_by_name.setdefault(seat.person.name, []).append(seat)
    return tuple(Teammate(name=name, role=_all_roles(held)) for name, held in seats_by_name.items())


def _all_roles(held: Iterable[Seat]) -> str:
    """Their own words first, then what these leave unsaid: "Ward manager, Lead"."""
    rows = sorted(held, key=lambda seat: (seat.role != SeatRole.LEAD, seat.pk))
    said = list(dict.fromkeys(seat.title for seat in rows if seat.title))
    for seat in rows:
        label = str(SeatRole(seat.role).label)
        is_said = _plain(label) in _plain(" ".join(said)) or (said and seat.role == SeatRole.MEMBER)
        said += [] if is_said else [label]
    return ", ".join(said)


def _plain(words: str) -> str:
    return words.casefold().replace("-", " ")


def leading_text(seats: Iterable[Seat]) -> str:
    """ "Amina Yusuf and Marcus Bell lead this with 7 others"."""
    names: dict[str, bool] = {}
    for seat in seats:
        names[seat.person.name] = names.get(seat.person.name, False) or seat.role == SeatRole.LEAD
    leads = [name for name, is_lead in names.items() if is_lead]
    others = len(names) - len(leads)
    if not leads or not others:
        return leads_text(leads)
    with_others = ngettext("%(leads)s with %(count)d other", "%(leads)s with %(count)d others", others)
    return with_others % {"leads": leads_text(leads), "count": others}


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
