"""A barrier: what a team cannot change alone, whom it asked, and what came back."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.organisations.models import Unit
from wellrun.projects.models.project import Project
from wellrun.projects.values import BarrierState, Helped


class Barrier(models.Model):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="barriers")
    text = models.CharField(max_length=300)
    wanted = models.TextField(blank=True)
    """What would help, in the team's words."""
    state = models.CharField(max_length=12, choices=BarrierState.choices, default=BarrierState.WAITING)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    raised_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, db_index=False
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    helped = models.CharField(max_length=12, choices=Helped.choices, blank=True)
    closing_words = models.CharField(max_length=500, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["project_id", "pk"]

    def __str__(self) -> str:
        return self.text


class Request(models.Model):
    """One leader who was asked. A barrier that nobody answers is asked one level up: one more row."""

    barrier = models.ForeignKey(Barrier, on_delete=models.CASCADE, related_name="requests")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="asked", db_index=False
    )
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True, db_index=False
    )
    """Where the person leads. Empty: they were asked as the project's sponsor."""
    asked_at = models.DateTimeField()
    reply_by = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    """When this very person answered."""
    moved_up_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    """When the last person that can be asked was reminded."""

    class Meta:
        ordering: ClassVar = ["barrier_id", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["person", "asked_at"], name="asked_of_person"),
            models.Index(
                fields=["reply_by"],
                name="requests_that_wait",
                condition=Q(answered_at=None, moved_up_at=None),
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["barrier", "person"], name="asked_once"),
            models.UniqueConstraint(
                fields=["barrier"], condition=Q(moved_up_at=None), name="one_person_is_asked"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} about {self.barrier_id}"
