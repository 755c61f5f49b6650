"""A PDSA cycle: one test of one change idea, with its predictions and what was seen day by day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wellrun.measures.models import Measure
from wellrun.pdsa.values import Decision, Match, Stage
from wellrun.projects.models import Driver, Project


class Cycle(models.Model):
    """The cycles of one idea, in order of their number, are its ramp."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="cycles")
    idea = models.ForeignKey(Driver, on_delete=models.PROTECT, related_name="cycles")
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.PLAN)

    question = models.TextField()
    prediction = models.TextField(blank=True)
    """As the team writes it, one on each line. When Do starts, each line becomes a `Prediction`."""
    who = models.CharField(max_length=300, blank=True)
    where = models.CharField(max_length=300, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    what = models.TextField(blank=True)
    data = models.TextField(blank=True)
    """What will be counted, and by whom."""
    count_label = models.CharField(max_length=60, blank=True)
    """What the days of the test count; empty: they have words alone."""
    out_of_label = models.CharField(max_length=60, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    days = models.PositiveIntegerField(null=True, blank=True)
    sites = models.PositiveIntegerField(null=True, blank=True)
    measure = models.ForeignKey(
        Measure, on_delete=models.SET_NULL, related_name="cycles", null=True, blank=True
    )
    """Where the result can be read, if it is charted."""

    locked_at = models.DateTimeField(null=True, blank=True)
    """When Do started: from then on the predictions stay as they were."""
    happened = models.TextField(blank=True)
    surprises = models.TextField(blank=True)
    done_on = models.DateField(null=True, blank=True)
    result = models.TextField(blank=True)
    """What came out, for lists and letters: it follows from what stands beside each prediction."""
    learned = models.TextField(blank=True)
    """What it says about the theory."""
    decision = models.CharField(max_length=8, choices=Decision.choices, blank=True)
    decision_why = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    created_at = models.DateTimeField()
    is_removed = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["project_id", "idea_id", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["idea", "number"], name="cycle_number_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "stage"], name="cycles_by_stage")]

    def __str__(self) -> str:
        return f"{self.idea}: test {self.number}"

    @property
    def is_locked(self) -> bool:
        return self.locked_at is not None


class Prediction(models.Model):
    """One thing that the team expected, as it was when Do started, and what came of it in Study."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="predictions", db_index=False)
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    happened = models.TextField(blank=True)
    matched = models.CharField(max_length=8, choices=Match.choices, blank=True)
    """Empty: nobody has said yet."""

    class Meta:
        ordering: ClassVar = ["cycle_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "position"], name="prediction_position_once"),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.text}"


class DayNote(models.Model):
    """What was seen on one day of a test."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="day_notes", db_index=False)
    day = models.DateField()
    count = models.PositiveIntegerField(null=True, blank=True)
    out_of = models.PositiveIntegerField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["cycle_id", "day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cycle", "day"], name="day_of_a_cycle_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.note}"
