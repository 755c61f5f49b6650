"""The aim of a project. Each revision is a row: the latest one counts, the others tell how it came about."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from wellrun.projects.models.project import Project


class Aim(models.Model):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="aims")
    what = models.CharField(max_length=300)
    """What will be better: "Halve restraints on Alder Ward"."""
    for_whom = models.CharField(max_length=200, blank=True)
    measured_by = models.CharField(max_length=200, blank=True)
    """What is counted: "restraints a week"."""
    start = models.FloatField(null=True, blank=True)
    goal = models.FloatField(null=True, blank=True)
    by_when = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    """Why this revision was made."""
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["project_id", "-at", "-pk"]

    def __str__(self) -> str:
        return self.what
