"""How taking part is for the partners. Who answered, and what was answered, are kept apart for good."""

from __future__ import annotations

from typing import ClassVar
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.projects.models.project import Project
from wellrun.projects.values import Often, Question


class Check(models.Model):
    """One round of three questions to the partners."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="checks")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["project_id", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project"], condition=Q(closed_at=None), name="one_check_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project_id} from {self.opened_at}"


class Turn(models.Model):
    """Somebody has answered. What they said is not here."""

    check_round = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="turns")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        ordering: ClassVar = ["check_round_id", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["check_round", "person"], name="one_turn_each")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.check_round_id}"


class CheckAnswer(models.Model):
    """One answer to one question, of nobody in particular: a random id, no person and no time."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    check_round = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=12, choices=Question.choices)
    score = models.PositiveSmallIntegerField(choices=Often.choices)

    class Meta:
        ordering: ClassVar = ["check_round_id", "question", "id"]

    def __str__(self) -> str:
        return f"{self.question}: {self.score}"
