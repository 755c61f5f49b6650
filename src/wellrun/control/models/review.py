"""The look back at the end of a project."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wellrun.control.values import Ending, SelfReport
from wellrun.measures.policies import AimMet
from wellrun.projects.models import Project


class ClosingReview(models.Model):
    """One for each project. What the chart said is kept as it was on the day of the ending."""

    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="closing_review")
    self_report = models.CharField(max_length=8, choices=SelfReport.choices, blank=True)
    what_worked = models.TextField(blank=True)
    for_whom = models.TextField(blank=True)
    what_did_not = models.TextField(blank=True)
    unexpected = models.TextField(blank=True)
    value_outcomes = models.TextField(blank=True)
    """Outcomes and experience of the people cared for."""
    value_staff = models.TextField(blank=True)
    value_productivity = models.TextField(blank=True)
    value_avoidance = models.TextField(blank=True)
    """Cost that would have come and did not."""
    value_saving = models.TextField(blank=True)
    """Money that came out of a budget."""
    value_revenue = models.TextField(blank=True)
    aim_met = models.CharField(max_length=8, choices=AimMet.choices, blank=True)
    aim_reason = models.TextField(blank=True)
    ending = models.CharField(max_length=16, choices=Ending.choices, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["project_id"]

    def __str__(self) -> str:
        return f"Closing review of {self.project_id}"
