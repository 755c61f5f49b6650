"""Who is in a project's team, and what it aims for."""

from __future__ import annotations

from django.db.models import QuerySet

from wellrun.core.actor import Grant
from wellrun.projects.models import Aim, Project, Seat
from wellrun.projects.values import PROJECT, SeatRole


def grants_of(person_id: int) -> frozenset[Grant]:
    """The seats that have not ended, in one query. They make nobody part of an organisation."""
    held = Seat.objects.filter(person_id=person_id, ended_at=None, project__is_removed=False).order_by()
    return frozenset(
        [
            Grant(role=role, scope=PROJECT, scope_id=project_id)
            for role, project_id in held.values_list("role", "project_id")
        ]
    )


def seats_of(project: Project) -> QuerySet[Seat]:
    """The team as it is now, in the order in which they joined."""
    return Seat.objects.filter(project=project, ended_at=None).select_related("person").order_by("pk")


def has_lead(project: Project) -> bool:
    """Whether somebody leads the project who can sign in."""
    held = Seat.objects.filter(project=project, role=SeatRole.LEAD, ended_at=None, person__is_active=True)
    return held.exists()


def aims_of(project: Project) -> QuerySet[Aim]:
    """Every revision of the aim, the latest first."""
    return Aim.objects.filter(project=project).select_related("by")


def aim_of(project: Project) -> Aim | None:
    return aims_of(project).first()
