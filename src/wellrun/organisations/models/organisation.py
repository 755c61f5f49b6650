"""Organisations: a provider, commissioner, charity or ministry."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wellrun.organisations.values.choices import Method


class Organisation(models.Model):
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    code = models.CharField(max_length=40, blank=True)
    code_scheme = models.CharField(max_length=40, blank=True)
    """Whose code it is, for example ``ods`` for England's Organisation Data Service."""
    country = models.CharField(max_length=2, blank=True)
    """ISO 3166 code of two letters."""
    language = models.CharField(max_length=16, default="en-gb")
    method = models.CharField(max_length=40, choices=Method.choices, default=Method.MODEL_FOR_IMPROVEMENT)
    requires_sign_on = models.BooleanField(default=False)
    """Its people come in through its own service; see `queries.sign_on`."""
    is_invented = models.BooleanField(default=False)
    """Part of the demo world: it does not exist, and its pages say so."""
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code_scheme", "code"], condition=~Q(code=""), name="organisation_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
