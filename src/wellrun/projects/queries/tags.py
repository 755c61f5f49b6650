"""Tags: those of a project, those of many, and those that a person can narrow a list to."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from wellrun.core.actor import Actor
from wellrun.projects.models import Project, Tag
from wellrun.projects.queries.projects import visible_to


def tags_of(project: Project) -> list[Tag]:
    return list(project.tags.order_by("name"))


def tags_in_sight(actor: Actor) -> QuerySet[Tag, str]:
    """The words that projects this person may see go by. A tag of private projects alone stays private."""
    seen = visible_to(actor).order_by().values("pk")
    used = Project.tags.through.objects.filter(project_id__in=seen).values("tag_id")
    names = Tag.objects.filter(pk__in=used).order_by("name")
    return names.values_list("name", flat=True).distinct()


def tags_by_project(project_ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    rows = Project.tags.through.objects.filter(project_id__in=project_ids).order_by("tag__name")
    names: dict[int, tuple[str, ...]] = {}
    for project_id, name in rows.values_list("project_id", "tag__name"):
        names[project_id] = (*names.get(project_id, ()), name)
    return names
