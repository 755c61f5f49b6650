"""The team in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core.actor import Actor
from wellrun.organisations.values import Perspective
from wellrun.projects.queries import PartnerOrganisation, Seat
from wellrun.projects.values import EDITORS, PartnerState, SeatRole
from wellrun.web.components.people.tag import Teammate
from wellrun.web.projects.presenters.portfolio import leads_text

BY_EXPERIENCE = frozenset({Perspective.SERVICE_USER, Perspective.CARER})


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One person on the team's page, with every role they hold here."""

    name: str
    titles: str
    roles: tuple[str, ...]
    comes_as: str
    endings: tuple[tuple[int, str], ...]
    """The seats that this reader may end: number, and what the button says."""
    is_active: bool


def present_team(seats: Iterable[Seat], actor: Actor, *, may_lead: bool) -> tuple[MemberRow, ...]:
    return tuple(_member(held, actor, may_lead=may_lead) for held in _by_person(seats))


def _by_person(seats: Iterable[Seat]) -> list[list[Seat]]:
    """Two people of one name are two."""
    held_by: dict[int, list[Seat]] = {}
    for seat in seats:
        held_by.setdefault(seat.person_id, []).append(seat)
    return list(held_by.values())


def _member(held: list[Seat], actor: Actor, *, may_lead: bool) -> MemberRow:
    person, is_own = held[0].person, held[0].person_id == actor.person_id
    return MemberRow(
        name=person.name,
        titles=", ".join(dict.fromkeys(seat.title for seat in held if seat.title)),
        roles=tuple(str(SeatRole(seat.role).label) for seat in held),
        comes_as=", ".join(dict.fromkeys(str(Perspective(seat.perspective).label) for seat in held)),
        endings=tuple(
            (seat.pk, _ending(seat, is_own=is_own, is_only=len(held) == 1))
            for seat in held
            if may_lead or is_own
        ),
        is_active=person.is_active,
    )


def _ending(seat: Seat, *, is_own: bool, is_only: bool) -> str:
    """Which role it is, where there are several."""
    if is_only:
        return _("Leave this role") if is_own else _("End this role")
    words = _("Leave this role: %(role)s") if is_own else _("End this role: %(role)s")
    return words % {"role": SeatRole(seat.role).label}


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
    return tuple(Teammate(name=held[0].person.name, role=_all_roles(held)) for held in _by_person(seats))


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
    people = _by_person(seats)
    leads = [held[0].person.name for held in people if any(seat.role == SeatRole.LEAD for seat in held)]
    others = len(people) - len(leads)
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
