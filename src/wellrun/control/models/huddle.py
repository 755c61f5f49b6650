"""When a team meets for its huddle, and who wants its agenda by e-mail."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from wellrun.control.values import Weekday
from wellrun.projects.models import Project


class Huddle(models.Model):
    """Once a week, by the clock on the wall of this installation."""

    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="huddle")
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    at = models.TimeField()
    sent_for = models.DateTimeField(null=True, blank=True)
    """The huddle for which an agenda went out last."""

    class Meta:
        ordering: ClassVar = ["project_id"]
        indexes: ClassVar = [models.Index(fields=["weekday", "at"], name="huddles_by_day")]

    def __str__(self) -> str:
        return f"{self.project_id} on day {self.weekday} at {self.at}"


class AgendaChoice(models.Model):
    """Somebody of the team said whether they want the agenda. Without a row, their news decides."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="agenda_choices", db_index=False
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="agenda_choices"
    )
    is_wanted = models.BooleanField()

    class Meta:
        ordering: ClassVar = ["project_id", "person_id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "person"], name="agenda_chosen_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.project_id}"
