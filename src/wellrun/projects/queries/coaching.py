"""What coach and team said, how far a project has come, and the teams of a coach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from wellrun.core.actor import Actor
from wellrun.organisations.models import Unit
from wellrun.organisations.values import LEADING_ROLES, UNIT
from wellrun.projects.models import CoachingNote, Progress, Project, Seat
from wellrun.projects.values import SeatRole, State


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachedTeam:
    """One team of a coach."""

    project_id: int
    title: str
    unit: str
    state: str
    last_news_at: datetime
    score: float | None
    """The latest score that a coach confirmed."""
    talked_on: date | None
    next_step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachLoad:
    """How many teams one coach has now: a number alone, whoever can see the teams."""

    name: str
    teams: int


def notes_of(project: Project) -> QuerySet[CoachingNote]:
    """The coaching log, the latest first. Only for `permissions.may_read_team_matters`."""
    return CoachingNote.objects.filter(project=project).select_related("coach").order_by("-on", "-pk")


def progress_of(project: Project) -> list[Progress]:
    """Every score that a coach confirmed, the latest first."""
    return list(Progress.objects.filter(project=project).select_related("coach").order_by("-at", "-pk"))


def coached_by(person_id: int) -> list[CoachedTeam]:
    """The teams of a coach that are not closed, those with the oldest news first, in one question."""
    scores = Progress.objects.filter(project=OuterRef("pk")).order_by("-at", "-pk")
    notes = CoachingNote.objects.filter(project=OuterRef("pk")).order_by("-on", "-pk")
    seats = Seat.objects.filter(person_id=person_id, role=SeatRole.COACH, ended_at=None)
    rows = (
        Project.objects.filter(pk__in=seats.values("project_id"), is_removed=False)
        .exclude(state=State.CLOSED)
        .annotate(
            score=Subquery(scores.values("score")[:1]),
            talked_on=Subquery(notes.values("on")[:1]),
            next_step=Subquery(notes.values("next_step")[:1]),
        )
        .order_by("last_news_at", "pk")
        .values_list("pk", "title", "unit__name", "state", "last_news_at", "score", "talked_on", "next_step")
    )
    names = ("project_id", "title", "unit", "state", "last_news_at", "score", "talked_on", "next_step")
    return [CoachedTeam(**{**dict(zip(names, row, strict=True)), "next_step": row[-1] or ""}) for row in rows]


def coach_loads(actor: Actor) -> list[CoachLoad]:
    """For who leads: how many teams each coach has in the units they lead, the fullest first."""
    units = Unit.objects.filter(pk__in=actor.places(UNIT, LEADING_ROLES)).order_by("pk")
    below = Q()
    for path in units.values_list("path", flat=True):
        below |= Q(project__unit__path__startswith=path)
    if not below:
        return []
    seats = Seat.objects.filter(
        below, role=SeatRole.COACH, ended_at=None, project__is_removed=False, person__is_active=True
    ).exclude(project__state=State.CLOSED)
    rows = seats.order_by().values("person_id", "person__name")
    counted = rows.annotate(teams=Count("project_id", distinct=True)).order_by("-teams", "person__name")
    return [CoachLoad(name=row["person__name"], teams=row["teams"]) for row in counted]
