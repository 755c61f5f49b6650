"""Where a project came from, and which projects came from the same place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q

from wellrun.core.actor import Actor
from wellrun.projects.models import Origin, Project
from wellrun.projects.queries.projects import visible_to
from wellrun.projects.values import NOTHING_TOLD, Told


def origin_of(project: Project) -> Origin | None:
    """``None`` for a project that began here."""
    return Origin.objects.filter(project=project).select_related("brought_by").first()


def told_of(origin: Origin | None) -> Told:
    return NOTHING_TOLD if origin is None else Told.of(origin.told)


def told_for(project: Project) -> Told:
    """What its package told, where it came in one."""
    return told_of(origin_of(project))


def original_of(actor: Actor, origin: Origin | None, *, server: str) -> Project | None:
    """The project that this one is a copy of, where it is on this very installation and in sight."""
    if origin is None or origin.server != server:
        return None
    rows = visible_to(actor).filter(pk=origin.original_id, created_at=origin.started_at)
    return rows.select_related("organisation").first()


def lineage_of(project: Project, *, server: str) -> tuple[Origin | None, list[int]]:
    """Where it came from, and the ids of the copies of it that were brought in on this installation."""
    copied = Q(original_id=project.pk, started_at=project.created_at, server=server)
    rows = list(Origin.objects.filter(Q(project=project) | copied).select_related("brought_by"))
    own = next((row for row in rows if row.project_id == project.pk), None)
    return own, [row.project_id for row in rows if row is not own]


def copies_among(actor: Actor, ids: Sequence[int]) -> list[Project]:
    """Those copies that this person sees."""
    if not ids:
        return []
    return list(visible_to(actor).filter(pk__in=ids).order_by("pk").select_related("organisation"))


def copies_of(
    actor: Actor,
    *,
    organisation_id: int,
    original_id: int,
    started_at: datetime,
    server: str,
    is_here: bool,
) -> tuple[list[Project], int]:
    """The projects of an organisation that are one with that one: those this person may see, and how many
    others. ``is_here``: it was packed on this very installation, so that it may be one of them itself.
    """
    came = Origin.objects.filter(original_id=original_id, started_at=started_at, server=server)
    same = Q(pk__in=came.values("project_id"))
    if is_here:
        same |= Q(pk=original_id, created_at=started_at)
    there = Project.objects.filter(same, is_removed=False, organisation_id=organisation_id)
    seen = list(visible_to(actor).filter(pk__in=there.values("pk")).order_by("pk"))
    return seen, there.count() - len(seen)
