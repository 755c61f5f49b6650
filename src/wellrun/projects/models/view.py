"""A set of filters on the portfolio that a person has given a name."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from wellrun.organisations.models import Organisation


class SavedView(models.Model):
    """It belongs to one person. Shared, everybody in the organisation sees it, and nobody else changes it."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    """Whose people see it when it is shared; a guest of projects has none."""
    name = models.CharField(max_length=60)
    filters = models.JSONField()
    """See `values.Filters`. What is found is worked out for whoever looks, from what they may see."""
    is_shared = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_view_once"),
            models.CheckConstraint(
                condition=models.Q(is_shared=False) | models.Q(organisation__isnull=False),
                name="shared_view_has_an_organisation",
            ),
        ]

    def __str__(self) -> str:
        return self.name
