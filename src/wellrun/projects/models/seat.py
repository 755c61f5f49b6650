"""A place in a project's team, from one day to another. Never deleted: an ended one is history."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.organisations.values import Perspective
from wellrun.projects.models.project import Project
from wellrun.projects.values import SeatRole


class Seat(models.Model):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=24, choices=SeatRole.choices, default=SeatRole.MEMBER)
    perspective = models.CharField(max_length=16, choices=Perspective.choices, default=Perspective.STAFF)
    title = models.CharField(max_length=120, blank=True)
    """What the person brings, in their own words: "Staff nurse, keeps the data"."""
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["project_id", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "project", "role"], condition=Q(ended_at=None), name="seat_held_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.project_id}"
