"""The story of a project, for others to learn from."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from wellrun.core.visibility import Visibility
from wellrun.learning.values import StoryState
from wellrun.projects.models import Project


class Story(models.Model):
    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="story")
    title = models.CharField(max_length=160)
    problem = models.TextField(blank=True)
    aim = models.TextField(blank=True)
    what_we_did = models.TextField(blank=True)
    what_the_data_say = models.TextField(blank=True)
    learned = models.TextField(blank=True)
    did_not_work = models.TextField(blank=True)
    advice = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=StoryState.choices, default=StoryState.DRAFT)
    visibility = models.CharField(max_length=16, choices=Visibility.choices, default=Visibility.ORGANISATION)
    """Who reads it once it is published. A draft is for its team."""
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title
