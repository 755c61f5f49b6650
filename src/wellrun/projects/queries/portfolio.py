"""The portfolio: many projects with their aims and leads, in a number of questions that does not grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery

from wellrun.core.actor import Actor
from wellrun.organisations.models import Unit
from wellrun.projects.models import Aim, Project, Seat
from wellrun.projects.queries.projects import visible_to
from wellrun.projects.queries.tags import tags_by_project
from wellrun.projects.values import PROJECT, SeatRole, State

QUIET = timedelta(weeks=6)
"""Without news for so long, somebody might ask how it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectRow:
    """One project in a list."""

    id: int
    title: str
    unit: str
    organisation: str
    state: str
    visibility: str
    is_invented: bool
    last_news_at: datetime
    aim: str
    leads: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a list is narrowed to; empty parts narrow nothing."""

    search: str = ""
    state: str = ""
    unit: Unit | None = None
    tag: str = ""
    is_mine: bool = False
    quiet_at: datetime | None = None
    """Only projects that have been quiet at this moment. What is closed has said its last word."""


def count_for(actor: Actor, wanted: Wanted) -> int:
    return _wanted(actor, wanted).count()


def portfolio_for(actor: Actor, wanted: Wanted, *, limit: int, offset: int = 0) -> list[ProjectRow]:
    """A page of the portfolio in three questions, those with the latest news first."""
    aims = Aim.objects.filter(project=OuterRef("pk")).order_by("-at", "-pk")
    projects = _wanted(actor, wanted).select_related("unit", "organisation")
    rows = list(
        projects.annotate(aim_text=Subquery(aims.values("what")[:1])).order_by("-last_news_at", "-pk")[
            offset : offset + limit
        ]
    )
    ids = [row.pk for row in rows]
    leads, tags = _leads(ids), tags_by_project(ids)
    return [_row(row, leads.get(row.pk, ()), tags.get(row.pk, ())) for row in rows]


def _wanted(actor: Actor, wanted: Wanted) -> QuerySet[Project]:
    projects = visible_to(actor)
    for word in wanted.search.replace("\0", " ").split()[:8]:
        projects = projects.filter(Q(title__icontains=word) | Q(unit__name__icontains=word))
    if wanted.state:
        projects = projects.filter(state=wanted.state)
    if wanted.unit is not None:
        projects = projects.filter(unit__path__startswith=wanted.unit.path)
    if wanted.tag:
        named = Project.tags.through.objects.filter(tag__name=wanted.tag)
        projects = projects.filter(pk__in=named.values("project_id"))
    if wanted.is_mine:
        projects = projects.filter(pk__in=actor.places(PROJECT, SeatRole.values))
    if wanted.quiet_at is not None:
        quiet = projects.filter(last_news_at__lt=wanted.quiet_at - QUIET)
        projects = quiet.exclude(state=State.CLOSED)
    return projects


def _leads(project_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    held = Seat.objects.filter(project_id__in=project_ids, role=SeatRole.LEAD, ended_at=None)
    names: dict[int, tuple[str, ...]] = {}
    for project_id, name in held.order_by("pk").values_list("project_id", "person__name"):
        names[project_id] = (*names.get(project_id, ()), name)
    return names


def _row(project: Project, leads: tuple[str, ...], tags: tuple[str, ...]) -> ProjectRow:
    copied = ("title", "state", "visibility", "is_invented", "last_news_at")
    return ProjectRow(
        id=project.pk,
        unit=project.unit.name,
        organisation=project.organisation.name,
        aim=getattr(project, "aim_text", None) or "",
        leads=leads,
        tags=tags,
        **{name: getattr(project, name) for name in copied},
    )
