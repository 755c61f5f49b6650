"""An e-mail on its way. It is removed once it was handed over: links in it open an account."""

from __future__ import annotations

from django.db import models


class Letter(models.Model):
    to = models.CharField(max_length=254, blank=True)
    """Empty: to nobody, so that an address without an account takes as long as one with."""
    subject = models.CharField(max_length=200)
    text = models.TextField()
    written_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.subject
