"""A tool that a team uses to understand its problem: items in places, whatever its kind."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wellrun.projects.models.driver import Driver
from wellrun.projects.models.project import Project
from wellrun.projects.values.tools import (
    LONGEST_GROUP,
    LONGEST_SUBJECT,
    LONGEST_TEXT,
    LONGEST_TITLE,
    ToolKind,
)


class Tool(models.Model):
    """One fishbone, grid or vote. One that was taken away stays, and can be put back."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="tools")
    kind = models.CharField(max_length=16, choices=ToolKind.choices)
    title = models.CharField(max_length=LONGEST_TITLE)
    subject = models.CharField(max_length=LONGEST_SUBJECT, blank=True)
    """The problem, the question or the change that it is about."""
    groups = models.JSONField(default=list, blank=True)
    """Names of the team's own groups, in their order; empty where the kind has fixed places."""
    is_removed = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["project_id", "pk"]

    def __str__(self) -> str:
        return self.title


class ToolItem(models.Model):
    """One card of a tool: a cause, a step, a person, an idea. One that was taken out can be put back."""

    tool = models.ForeignKey(Tool, on_delete=models.CASCADE, related_name="items")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, related_name="below", null=True, blank=True)
    text = models.CharField(max_length=LONGEST_TEXT)
    place = models.CharField(max_length=LONGEST_GROUP, blank=True)
    """The key of a fixed place, or the name of a group; empty below another item, and before it is sorted."""
    position = models.PositiveIntegerField(default=0)
    number = models.PositiveIntegerField(null=True, blank=True)
    """A tally, minutes, a strength: what the kind says."""
    became = models.ForeignKey(
        Driver, on_delete=models.SET_NULL, related_name="+", null=True, blank=True, db_index=False
    )
    """The driver or change idea that it turned into."""
    is_removed = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["tool_id", "position", "pk"]

    def __str__(self) -> str:
        return self.text
