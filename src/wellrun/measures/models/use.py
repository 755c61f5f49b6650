"""A measure in the family of a project: as what it is watched there. The measure itself is never copied."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wellrun.measures.models.measure import Measure
from wellrun.measures.values.choices import Kind
from wellrun.projects.models import Driver, Project


class MeasureUse(models.Model):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="uses", db_index=False)
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="uses")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    """What it is in this project: one team's outcome can be another's balancing measure."""
    is_main = models.BooleanField(default=False)
    """The outcome that the aim is about; its chart stands beside the aim."""
    driver = models.ForeignKey(Driver, on_delete=models.SET_NULL, related_name="uses", null=True, blank=True)
    """The part of the driver diagram that it watches."""
    added_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["project_id", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "measure"], name="measure_used_once"),
            models.UniqueConstraint(fields=["project"], condition=Q(is_main=True), name="one_main_measure"),
            models.CheckConstraint(
                condition=Q(is_main=False) | Q(kind=Kind.OUTCOME), name="main_measure_is_an_outcome"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} in {self.project_id}"
