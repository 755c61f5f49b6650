"""Where a project came from, when it was brought in a package from another organisation or server."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from wellrun.projects.models.project import Project


class Origin(models.Model):
    """People do not travel as accounts: what they are called, and what they did there, stays as words."""

    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="origin")
    organisation = models.CharField(max_length=200)
    server = models.CharField(max_length=200, blank=True)
    original_id = models.BigIntegerField()
    """The project's number there."""
    started_at = models.DateTimeField()
    """With server and number it tells two copies of one project from two projects."""
    packed_at = models.DateTimeField()
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    told = models.JSONField(default=dict)
    """What the package says of people and of the way it came; see `values.origin.Told`."""

    class Meta:
        ordering: ClassVar = ["project_id"]
        indexes: ClassVar = [models.Index(fields=["original_id", "started_at"], name="copies_of_a_project")]

    def __str__(self) -> str:
        return f"{self.project_id} from {self.organisation}, {self.original_id}"
