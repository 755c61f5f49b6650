"""Coaching: what coach and team talked about, and how far the coach says the project has come."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.projects.models.project import Project


class CoachingNote(models.Model):
    """One conversation. The team and its coach read it, nobody else."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="coaching_notes")
    coach = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    on = models.DateField()
    what = models.TextField()
    next_step = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["project_id", "-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.project_id} on {self.on}"


class Progress(models.Model):
    """A score from 0.5 to 5 that a coach confirmed, beside what the record suggested then."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="progress")
    score = models.FloatField()
    suggested = models.FloatField()
    note = models.CharField(max_length=500, blank=True)
    coach = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["project_id", "-at", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(score__gte=0.5) & Q(score__lte=5), name="progress_on_the_scale"
            )
        ]

    def __str__(self) -> str:
        return f"{self.score} for {self.project_id}"
