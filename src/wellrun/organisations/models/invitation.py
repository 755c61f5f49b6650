"""An invitation: one address, one unit, one role, one use, until a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wellrun.organisations.models.unit import Unit
from wellrun.organisations.values import Perspective, Role


class Invitation(models.Model):
    """The words in the link are kept only as their digest: who reads this table cannot use them."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="invitations")
    role = models.CharField(max_length=24, choices=Role.choices, default=Role.MEMBER)
    perspective = models.CharField(max_length=16, choices=Perspective.choices, default=Perspective.STAFF)
    title = models.CharField(max_length=120, blank=True)
    email = models.CharField(max_length=254)
    """In its normal form, see `accounts.policies.normal_email`."""
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.BigIntegerField(null=True)
    """The person who made it; empty for the installation itself."""
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.BigIntegerField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    """When the person said no. Only somebody who has an account can: others leave the letter."""

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.role} {self.unit_id}"
