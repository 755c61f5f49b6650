"""The index: the words of each thing, folded. The database makes its full-text index from these rows."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class SearchEntry(models.Model):
    """Made from a thing by `index`, and nothing of its own: it can be thrown away and made again."""

    kind = models.CharField(max_length=40)
    thing_id = models.BigIntegerField()
    title = models.TextField()
    words = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "thing_id"], name="search_entry_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}: {self.title}"
