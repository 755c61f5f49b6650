"""The driver diagram: what a team thinks drives its aim, and what it will try."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.projects.models.project import Project
from wellrun.projects.values import DriverKind


class Driver(models.Model):
    """A primary or secondary driver, or a change idea. One that was taken out stays, and can be put back."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="drivers")
    kind = models.CharField(max_length=16, choices=DriverKind.choices)
    text = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    """Why it could work: the team's theory about this part."""
    source = models.CharField(max_length=200, blank=True)
    """Whose idea it was."""
    is_removed = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["project_id", "pk"]

    def __str__(self) -> str:
        return self.text


class DriverLink(models.Model):
    """A line of the diagram. A driver may serve two parents; a primary driver serves the aim itself."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey(Driver, on_delete=models.CASCADE, related_name="below", null=True)
    """``None``: the aim."""
    child = models.ForeignKey(Driver, on_delete=models.CASCADE, related_name="above")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["project_id", "parent_id", "position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["parent", "child"], name="driver_linked_once"),
            models.UniqueConstraint(fields=["child"], condition=Q(parent=None), name="aim_linked_once"),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} below {self.parent_id}"


class DriverVersion(models.Model):
    """The diagram as it stood when somebody gave it a name. It never changes."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="driver_versions")
    name = models.CharField(max_length=120)
    theory = models.JSONField()
    """See `values.Theory`."""
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["project_id", "-at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "name"], name="driver_version_once")
        ]

    def __str__(self) -> str:
        return self.name
