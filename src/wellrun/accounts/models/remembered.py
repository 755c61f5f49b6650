"""The table behind Django's database cache: what limits count, seen by every server process alike."""

from __future__ import annotations

from django.db import models


class Remembered(models.Model):
    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "accounts_remembered"

    def __str__(self) -> str:
        return self.cache_key
