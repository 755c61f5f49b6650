"""What teams asked for, whom they can ask, and what was asked of a leader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Prefetch, Q, QuerySet

from wellrun.core.actor import Actor
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.values import Role
from wellrun.projects.models import Barrier, Project, Request, Seat
from wellrun.projects.queries.projects import visible_to
from wellrun.projects.values import BarrierState, SeatRole

HELPERS = (Role.LEADER, Role.IMPROVEMENT_OFFICE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Somebody a team can ask: where they lead, or the project's sponsor (``unit_id`` is ``None``)."""

    person_id: int
    name: str
    unit_id: int | None
    unit: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that a leader sees of a project that is not shared with them: its title and this barrier."""

    barrier_id: int
    project: str
    unit: str
    text: str
    wanted: str
    raised_by: str
    asked_at: datetime
    reply_by: date
    state: str
    answer: str
    answered_at: datetime | None
    """When the team had an answer, from whomever."""
    moved_up_at: datetime | None
    helped: str
    closing_words: str


def barriers_visible_to(actor: Actor) -> QuerySet[Barrier]:
    """The barriers that exist for this person. The same rule as `permissions.may_view_barrier`."""
    rule = Q(project__in=visible_to(actor))
    if actor.is_signed_in:
        rule |= Q(requests__person_id=actor.id)
    return Barrier.objects.filter(rule, project__is_removed=False).distinct()


def barrier_for(actor: Actor, barrier_id: int) -> Barrier | None:
    found = barriers_visible_to(actor).select_related("project__unit", "project__organisation")
    return found.filter(pk=barrier_id).first()


def barriers_of(project: Project) -> list[Barrier]:
    """Open ones first, each with whom it was asked of, in two questions."""
    rows = Barrier.objects.filter(project=project).select_related("answered_by", "raised_by")
    asked = Request.objects.select_related("person", "unit").order_by("pk")
    rows = rows.prefetch_related(Prefetch("requests", queryset=asked))
    found = list(rows.order_by(F("closed_at").desc(nulls_first=True), "-pk"))
    for barrier in found:
        barrier.project = project  # At hand: permissions would ask for it once for each.
    return found


def requests_of(barrier: Barrier) -> list[Request]:
    """Whom it was asked of, the first one first."""
    return list(Request.objects.filter(barrier=barrier).select_related("person", "unit").order_by("pk"))


def helpers_for(project: Project, *, besides: int | None = None) -> list[Helper]:
    """Whom a team can ask: its sponsors, then who leads from the unit upwards; never oneself."""
    people: dict[int, Helper] = {}
    for each in (*sponsors_of(project), *leaders_above(project.unit)):
        if each.person_id != besides:
            people.setdefault(each.person_id, each)
    return list(people.values())


def sponsors_of(project: Project) -> list[Helper]:
    held = Seat.objects.filter(
        project=project, role=SeatRole.SPONSOR, ended_at=None, person__is_active=True
    ).select_related("person")
    return [
        Helper(person_id=seat.person_id, name=seat.person.name, unit_id=None, unit="", role=seat.role)
        for seat in held.order_by("pk")
    ]


def leaders_above(unit: Unit) -> list[Helper]:
    """Who leads the unit or one above it: the nearest first, and leaders before the improvement office."""
    held = Membership.objects.filter(
        unit_id__in=unit.line, role__in=HELPERS, ended_at=None, person__is_active=True
    ).select_related("person", "unit")
    ordered = sorted(held, key=lambda each: (-len(each.unit.line), HELPERS.index(Role(each.role)), each.pk))
    return [
        Helper(
            person_id=each.person_id,
            name=each.person.name,
            unit_id=each.unit_id,
            unit=each.unit.name,
            role=each.role,
        )
        for each in ordered
    ]


def asked_of(person_id: int) -> list[Asked]:
    """What teams asked of one leader, the oldest first."""
    rows = Request.objects.filter(person_id=person_id, barrier__project__is_removed=False)
    rows = rows.select_related("barrier__project__unit", "barrier__raised_by").order_by("asked_at", "pk")
    return [_asked(row) for row in rows]


def _asked(row: Request) -> Asked:
    barrier = row.barrier
    return Asked(
        barrier_id=barrier.pk,
        project=barrier.project.title,
        unit=barrier.project.unit.name,
        text=barrier.text,
        wanted=barrier.wanted,
        raised_by=barrier.raised_by.name,
        asked_at=row.asked_at,
        reply_by=row.reply_by,
        state=barrier.state,
        answer=barrier.answer,
        answered_at=barrier.answered_at,
        moved_up_at=row.moved_up_at,
        helped=barrier.helped,
        closing_words=barrier.closing_words,
    )


def answer_times_of(person_id: int) -> Sequence[tuple[datetime, datetime]]:
    """When each team asked this leader, and when they answered, in the order of the asking."""
    answered = Request.objects.filter(person_id=person_id).exclude(answered_at=None)
    rows = answered.order_by("asked_at", "pk").values_list("asked_at", "answered_at")
    return [(asked, done) for asked, done in rows if done is not None]


def overdue(*, on: date) -> QuerySet[Request]:
    """Leaders who were asked and did not answer by the day that was agreed."""
    return Request.objects.filter(
        answered_at=None,
        moved_up_at=None,
        reply_by__lt=on,
        barrier__state=BarrierState.WAITING,
        barrier__project__is_removed=False,
    )


def waiting_on(person_id: int) -> int:
    """How many teams wait for an answer of this person."""
    rows = Request.objects.filter(person_id=person_id, moved_up_at=None)
    return rows.filter(barrier__state=BarrierState.WAITING, barrier__project__is_removed=False).count()
