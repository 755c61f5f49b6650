"""An annotation: a flag on the chart that says what was changed, and when."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from wellrun.measures.models.measure import Measure


class Annotation(models.Model):
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="annotations", db_index=False)
    period = models.DateField()
    label = models.CharField(max_length=80)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["measure_id", "period", "pk"]
        indexes: ClassVar = [models.Index(fields=["measure", "period"], name="annotations_of_measure")]

    def __str__(self) -> str:
        return f"{self.label} ({self.period})"
