"""Who wants to hear of a conversation, where that is not what it is by itself."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Follow(models.Model):
    """The team of a thing follows it without a row. A row is for somebody else, or who no longer wants to."""

    kind = models.CharField(max_length=40)
    thing_id = models.BigIntegerField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows")
    is_following = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "thing_id", "person"], name="followed_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} and {self.kind} {self.thing_id}"
