"""One period's numbers of a measure. Narrow rows: there are millions."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.measures.models.measure import Measure
from wellrun.measures.values.definitions import Numbers


class Observation(models.Model):
    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, related_name="observations", db_index=False
    )  # the unique constraint is the index: a page reads one measure's rows through it, in order
    stratum = models.CharField(max_length=80, blank=True, default="")
    """A group within the measure (equity breakdown); empty for everybody."""
    period = models.DateField()
    value = models.FloatField(null=True, blank=True)
    numerator = models.FloatField(null=True, blank=True)
    denominator = models.FloatField(null=True, blank=True)
    is_excluded = models.BooleanField(default=False)
    is_suppressed = models.BooleanField(default=False)
    note = models.CharField(max_length=500, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False, null=True
    )
    entered_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["measure_id", "stratum", "period"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["measure", "stratum", "period"], name="one_number_a_period"),
            models.CheckConstraint(
                condition=Q(denominator__isnull=True) | Q(denominator__gt=0), name="denominator_above_zero"
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True) | Q(numerator__gte=0), name="numerator_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id} {self.period}"

    @property
    def numbers(self) -> Numbers:
        return Numbers(value=self.value, numerator=self.numerator, denominator=self.denominator)
