"""A project: improvement work with an aim, a team and tests."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wellrun.core.visibility import Visibility
from wellrun.organisations.models import Organisation, Unit
from wellrun.projects.values import PartnerState, State


class Tag(models.Model):
    """A word that an organisation uses for what projects have in common."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(max_length=60)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["organisation", "name"], name="tag_once")]

    def __str__(self) -> str:
        return self.name


class Project(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="projects")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="projects")
    title = models.CharField(max_length=160)
    why = models.TextField(blank=True)
    """Why it matters, in the words of the people affected."""
    why_by = models.CharField(max_length=160, blank=True)
    """Whose words these are, as they want to be named."""
    state = models.CharField(max_length=24, choices=State.choices, default=State.IDEA)
    visibility = models.CharField(max_length=16, choices=Visibility.choices, default=Visibility.TEAM)
    tags = models.ManyToManyField(Tag, related_name="projects", blank=True)
    created_at = models.DateTimeField()
    last_news_at = models.DateTimeField()
    """The last time anything was written in it."""
    version = models.PositiveIntegerField(default=1)
    is_removed = models.BooleanField(default=False)
    is_invented = models.BooleanField(default=False)
    lineage = models.CharField(max_length=64, blank=True)
    """SHA-256 of the record that it was brought as, when it came in a package; see `Origin`."""

    class Meta:
        ordering: ClassVar = ["-last_news_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "is_removed", "-last_news_at"], name="projects_by_news"),
            models.Index(fields=["unit", "is_removed"], name="projects_of_unit"),
        ]

    def __str__(self) -> str:
        return self.title


class PartnerOrganisation(models.Model):
    """Another organisation that takes part: its people may join the team, and see nothing else here."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=PartnerState.choices, default=PartnerState.INVITED)
    message = models.CharField(max_length=300, blank=True)
    """Why it is asked, in the lead's words."""
    invited_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "organisation"], name="partner_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.project_id}"
