"""Who is in a project's team, and what it aims for."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from wellrun.core.actor import Grant
from wellrun.projects.models import Aim, Project, Seat
from wellrun.projects.values import EDITORS, PROJECT, SeatRole


def grants_of(person_id: int) -> frozenset[Grant]:
    """The seats that have not ended, in one query. They make nobody part of an organisation."""
    return grants_of_all([person_id])[person_id]


def grants_of_all(person_ids: Collection[int]) -> dict[int, frozenset[Grant]]:
    """The same for many people, still in one query."""
    held = Seat.objects.filter(person_id__in=person_ids, ended_at=None, project__is_removed=False).order_by()
    found: dict[int, set[Grant]] = {person_id: set() for person_id in person_ids}
    for person_id, role, project_id in held.values_list("person_id", "role", "project_id"):
        found[person_id].add(Grant(role=role, scope=PROJECT, scope_id=project_id))
    return {person_id: frozenset(grants) for person_id, grants in found.items()}


def seats_of(project: Project) -> QuerySet[Seat]:
    """The team as it is now, in the order in which they joined."""
    return Seat.objects.filter(project=project, ended_at=None).select_related("person").order_by("pk")


def has_lead(project: Project) -> bool:
    """Whether somebody leads the project who can sign in."""
    held = Seat.objects.filter(project=project, role=SeatRole.LEAD, ended_at=None, person__is_active=True)
    return held.exists()


def editors_of(project: Project) -> set[int]:
    """The people who work on it."""
    held = Seat.objects.filter(project=project, role__in=EDITORS, ended_at=None)
    return set(held.order_by().values_list("person_id", flat=True))


def everybody_in(project: Project) -> set[int]:
    """Everybody with a seat: sponsors and those who look on as well."""
    return set(
        Seat.objects.filter(project=project, ended_at=None).order_by().values_list("person_id", flat=True)
    )


def aims_of(project: Project) -> QuerySet[Aim]:
    """Every revision of the aim, the latest first."""
    return Aim.objects.filter(project=project).select_related("by")


def aim_of(project: Project) -> Aim | None:
    return aims_of(project).first()
