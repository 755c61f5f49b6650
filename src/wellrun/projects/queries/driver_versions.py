"""The versions of a driver diagram that a team has kept."""

from __future__ import annotations

from django.db.models import QuerySet

from wellrun.projects.models import DriverVersion, Project
from wellrun.projects.values import Theory


def versions_of(project: Project) -> QuerySet[DriverVersion]:
    """The latest first, without what they hold."""
    versions = DriverVersion.objects.filter(project=project).select_related("by")
    return versions.defer("theory").order_by("-at", "-pk")


def kept_theory(project: Project, version_id: int) -> Theory | None:
    """What one of them holds."""
    kept = (
        DriverVersion.objects.filter(project=project, pk=version_id).values_list("theory", flat=True).first()
    )
    return Theory.of_json(kept) if kept is not None else None
