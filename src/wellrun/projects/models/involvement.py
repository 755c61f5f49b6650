"""How service users and carers are involved, over time, and what they say about the end of the project."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.projects.models.project import Project
from wellrun.projects.values import Involvement as Level
from wellrun.projects.values import State


class Involvement(models.Model):
    """A level from one day on. The latest one counts, the others tell how it came about."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="involvements")
    level = models.CharField(max_length=16, choices=Level.choices)
    practice = models.TextField(blank=True)
    """What it looks like in practice."""
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["project_id", "-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.level} in {self.project_id}"


class Agreement(models.Model):
    """A partner who agreed with the level. Only they themselves can."""

    involvement = models.ForeignKey(Involvement, on_delete=models.CASCADE, related_name="agreements")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["involvement_id", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["involvement", "person"], name="agreed_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} with {self.involvement_id}"


class Word(models.Model):
    """What a partner says about calling the project done. It counts until the project moves."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="words")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    target = models.CharField(max_length=24, choices=State.choices)
    is_yes = models.BooleanField()
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["project_id", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "person", "target"], condition=Q(settled_at=None), name="one_word_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} about {self.target}"
