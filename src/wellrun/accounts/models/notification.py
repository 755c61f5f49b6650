"""Something a person is told: in the page, and in the digest by e-mail."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wellrun.accounts.models.person import Person


class Notification(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notifications", db_index=False)
    kind = models.CharField(max_length=60)
    """What it is about, as an action of the audit record is named: ``barrier.answered``."""
    text = models.CharField(max_length=500)
    address = models.CharField(max_length=300, blank=True)
    """The page it leads to, on this installation."""
    asks = models.BooleanField(default=False)
    """Something is wanted from the person: it stands on their Today page until it is read."""
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    """When it went out in a digest."""

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["person", "read_at", "-at"], name="unread_of_person"),
            models.Index(fields=["sent_at", "person"], name="to_be_sent"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "kind", "address"], condition=Q(read_at=None), name="told_once_until_read"
            )
        ]

    def __str__(self) -> str:
        return self.text
