"""When a team meets, who wants the agenda, and what is on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from django.db.models import Q

from wellrun.accounts.models import Person
from wellrun.accounts.values import Digest
from wellrun.control.models import AgendaChoice, Huddle
from wellrun.control.policies import next_huddle
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure, MeasureUse
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.queries import cycles_of
from wellrun.pdsa.values import Stage
from wellrun.projects.models import Action, Barrier, Project
from wellrun.projects.queries import editors_of, open_actions_of
from wellrun.projects.values import BarrierState, State

AHEAD = timedelta(hours=25)
"""Agendas go out once a day, so each day looks a little further than the next."""
SOON = timedelta(days=7)
UNDER_WAY = frozenset({Stage.DO, Stage.STUDY, Stage.ACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What a team talks about."""

    tests: Sequence[Cycle]
    """Under way, or planned to begin within a week."""
    measures: Sequence[Measure]
    actions: Sequence[Action]
    """Due by then, or without a day."""
    barriers: Sequence[Barrier]
    """Not closed yet."""


def huddle_of(project: Project) -> Huddle | None:
    return Huddle.objects.filter(project=project).first()


def agenda_of(project: Project, *, on: date) -> Agenda:
    """For the team, which sees all that its project is measured by; in four questions."""
    tests = [
        each
        for each in cycles_of(project)
        if each.stage in UNDER_WAY
        or (each.stage == Stage.PLAN and each.starts_on is not None and each.starts_on <= on + SOON)
    ]
    counted = Q(measure__is_removed=False, measure__is_archived=False)
    uses = MeasureUse.objects.filter(counted, project=project)
    barriers = Barrier.objects.filter(project=project).exclude(state=BarrierState.CLOSED)
    return Agenda(
        tests=tests,
        measures=[use.measure for use in uses.select_related("measure").order_by("-is_main", "pk")],
        actions=list(open_actions_of(project).filter(Q(due_on=None) | Q(due_on__lte=on))),
        barriers=list(barriers.order_by("pk")),
    )


def wants_agenda(actor: Actor, project: Project) -> bool:
    return actor.person_id in {person.pk for person in readers_of(project)}


def readers_of(project: Project) -> list[Person]:
    """Who works on the project and wants the agenda: by their own word, or as they want news by e-mail."""
    chosen = dict(
        AgendaChoice.objects.filter(project=project).order_by().values_list("person_id", "is_wanted")
    )
    people = Person.objects.filter(pk__in=editors_of(project), is_active=True).order_by("pk")
    return [each for each in people if chosen.get(each.pk, each.digest != Digest.NEVER)]


def due_huddles(*, now: datetime, zone: tzinfo) -> list[tuple[int, datetime]]:
    """Huddles before the next time that agendas go out, but for those whose agenda is sent: id and moment."""
    today = now.astimezone(zone).date()
    days = {(today + timedelta(days=ahead)).weekday() for ahead in range(3)}
    rows = Huddle.objects.filter(weekday__in=days, project__is_removed=False)
    rows = rows.exclude(project__state=State.CLOSED).order_by("pk")
    found = [(row, next_huddle(row.weekday, row.at, after=now, zone=zone)) for row in rows]
    return [(row.pk, at) for row, at in found if at - now <= AHEAD and row.sent_for != at]
