"""A control item: a gain that daily work looks after, and what to do when it slips."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from wellrun.control.values import ItemState
from wellrun.measures.models import Measure
from wellrun.organisations.models import Unit
from wellrun.projects.models import Project


class ControlItem(models.Model):
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="control_items")
    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="control_items")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="control_items"
    )
    project = models.ForeignKey(
        Project, on_delete=models.SET_NULL, related_name="control_items", null=True, blank=True
    )
    """Where the gain came from."""
    limits_from = models.DateField(null=True, blank=True)
    """Where the phase begins whose limits were agreed."""
    centre = models.FloatField(null=True, blank=True)
    lower = models.FloatField(null=True, blank=True)
    upper = models.FloatField(null=True, blank=True)
    """The limits as agreed, in the measure's own scale; empty where they differ from point to point."""
    standard_work = models.TextField()
    standard_link = models.CharField(max_length=500, blank=True)
    trigger = models.TextField()
    who_acts = models.CharField(max_length=300)
    first_step = models.TextField()
    within = models.CharField(max_length=120)
    next_review = models.DateField(null=True, blank=True)
    """When its people look at it again: at the limits, the way of working and the plan."""
    state = models.CharField(max_length=8, choices=ItemState.choices, default=ItemState.ACTIVE)
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["unit_id", "pk"]
        indexes: ClassVar = [models.Index(fields=["unit", "state"], name="control_items_of_unit")]

    def __str__(self) -> str:
        return f"{self.measure_id} on {self.unit_id}"
