"""Something a person is told: in the page, and in the digest by e-mail."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from wellrun.accounts.models.person import Person
from wellrun.core.sentences import Sentence

LONGEST = 500


class Notification(models.Model):
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notifications", db_index=False)
    kind = models.CharField(max_length=60)
    """What it is about, as an action of the audit record is named: ``barrier.answered``."""
    text = models.CharField(max_length=LONGEST)
    """In the language of the installation: what is read where there is no message, as in older rows."""
    message = models.CharField(max_length=500, blank=True)
    """The sentence as the source has it, and below what goes into it; see `core.sentences`."""
    arguments = models.JSONField(default=dict, blank=True)
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

    @property
    def sentence(self) -> str:
        """In the language that is active now: the reader's."""
        if not self.message:
            return self.text
        said = str(Sentence.read(self.message, self.arguments))
        return said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
