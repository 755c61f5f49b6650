"""A measure: definition, who sees it, and the reading of the last write, so that lists compute nothing."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from wellrun.core.visibility import Visibility
from wellrun.measures.values.choices import RATIO_CHARTS, Chart, Direction, Kind, Period
from wellrun.organisations.models import Organisation, Unit


class Measure(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="measures")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="measures", null=True, blank=True)
    """The team whose measure it is; empty: it is kept for the organisation as a whole."""
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="measures")
    visibility = models.CharField(max_length=16, choices=Visibility.choices, default=Visibility.TEAM)
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    """Goes up with every write: a page made from an older one is told who changed what."""
    is_removed = models.BooleanField(default=False)
    is_archived = models.BooleanField(default=False)
    """Nobody collects it any more. It stays wherever it is used."""

    name = models.CharField(max_length=160)
    place = models.CharField(max_length=160, blank=True)
    family = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=16, choices=Kind.choices, blank=True)
    chart = models.CharField(max_length=8, choices=Chart.choices)
    rules = models.CharField(max_length=40, default="anhoej/1")
    direction = models.CharField(max_length=16, choices=Direction.choices, default=Direction.NEUTRAL)
    period = models.CharField(max_length=16, choices=Period.choices, default=Period.POINT)
    target = models.FloatField(null=True, blank=True)
    multiply = models.FloatField(default=1.0)
    y_label = models.CharField(max_length=160, blank=True)
    numerator_label = models.CharField(max_length=160, blank=True)
    denominator_label = models.CharField(max_length=160, blank=True)
    counts = models.TextField(blank=True)
    counts_not = models.TextField(blank=True)
    where_and_who = models.TextField(blank=True)
    source = models.TextField(blank=True)
    how_often = models.TextField(blank=True)
    agreed_by = models.TextField(blank=True)
    is_invented = models.BooleanField(default=False)

    # The stored reading. Written by services alone, from the chart, with every change.
    variation = models.CharField(max_length=24, blank=True)
    assurance = models.CharField(max_length=24, blank=True)
    side = models.CharField(max_length=8, blank=True)
    word = models.CharField(max_length=60, blank=True)
    sentence = models.TextField(blank=True)
    plain = models.TextField(blank=True)
    assurance_word = models.CharField(max_length=60, blank=True)
    assurance_plain = models.TextField(blank=True)
    last_value = models.CharField(max_length=40, blank=True)
    last_period = models.DateField(null=True, blank=True)
    n_points = models.PositiveIntegerField(default=0)
    spark = models.TextField(blank=True)
    has_gained = models.BooleanField(default=False)
    """Better than where it began, by the rules of its chart: also once limits were redrawn on the gain."""
    edition = models.CharField(max_length=40, blank=True)
    """The edition of the programme that made the reading; see `values.edition`."""

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "is_removed", "name", "id"], name="measures_of_organisation"
            ),
            models.Index(fields=["variation", "-last_period"], name="measures_by_reading"),
            # All that Today asks of a keeper's measures, so that it reads the index and not the rows.
            models.Index(
                fields=["kept_by", "is_removed", "is_archived", "variation", "period", "last_period"],
                name="measures_of_keeper",
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(multiply__gt=0), name="measure_multiply_above_zero"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_ratio(self) -> bool:
        """Numbers are a numerator over a denominator."""
        return self.chart in RATIO_CHARTS

    @property
    def is_percent(self) -> bool:
        return self.chart == Chart.P
