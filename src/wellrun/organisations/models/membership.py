"""A role that a person holds on a unit, from one day to another. Never deleted: an ended one is history."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.organisations.models.unit import Unit
from wellrun.organisations.values.choices import Perspective, Role


class Membership(models.Model):
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships", db_index=False)
    role = models.CharField(max_length=24, choices=Role.choices)
    perspective = models.CharField(max_length=16, choices=Perspective.choices, default=Perspective.STAFF)
    title = models.CharField(max_length=120, blank=True)
    """What the person does there, in their own words: "Ward manager", "Peer worker"."""
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    name_key = models.CharField(max_length=200, editable=False, blank=True)
    """The person's name as it is sorted, so that a unit with very many people is read a page at a time."""

    class Meta:
        ordering: ClassVar = ["unit_id", "role", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["unit", "ended_at", "name_key", "id"], name="people_of_a_unit"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "unit", "role"], condition=Q(ended_at=None), name="role_held_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role} {self.unit_id}"
