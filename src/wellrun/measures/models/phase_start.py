"""The start of a phase: from here the chart has its own average and limits, for a reason that is kept."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.measures.models.measure import Measure


class PhaseStart(models.Model):
    """Never deleted: one that was taken back stays, as history, and can be put back."""

    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, related_name="phase_starts", db_index=False
    )
    starts_on = models.DateField()
    baseline_until = models.DateField(null=True, blank=True)
    """The last period that sets this phase's limits; empty: every period of the phase does."""
    name = models.CharField(max_length=120, blank=True)
    reason = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()
    is_withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["measure_id", "starts_on", "pk"]
        indexes: ClassVar = [models.Index(fields=["measure", "starts_on"], name="phases_of_measure")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["measure", "starts_on"], condition=Q(is_withdrawn=False), name="one_phase_a_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name or 'phase'} from {self.starts_on}"
