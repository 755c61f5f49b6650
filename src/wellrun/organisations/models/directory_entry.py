"""A person's line in the directory of an organisation: what its pages sort by and search in."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from wellrun.organisations.models.organisation import Organisation
from wellrun.organisations.models.unit import Unit


class DirectoryEntry(models.Model):
    """Made from the roles a person holds now and from what they say of themselves; see `services.directory`.

    It holds nothing of its own. With it, a directory of 300,000 people is read in order of name through one
    index, one page at a time; words are looked for in the index of `core.search`.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="directory_entries"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="directory_entries", db_index=False
    )
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="directory_entries")
    """Where the person works first: the place of the role they have held longest."""
    title = models.CharField(max_length=120, blank=True)
    name_key = models.CharField(max_length=200)
    text = models.TextField()
    """Name, titles and what the person says of themselves, folded for search."""

    class Meta:
        ordering: ClassVar = ["name_key", "person_id"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "name_key", "person"], name="directory_by_name"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "organisation"], name="listed_once"),
        ]

    def __str__(self) -> str:
        return self.name_key
