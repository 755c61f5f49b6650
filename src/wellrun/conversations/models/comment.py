"""A comment: what somebody said about a thing, in the order in which people said it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from wellrun.conversations.values import ReactionKind


class Comment(models.Model):
    kind = models.CharField(max_length=40)
    """What kind of thing it is about: see `values.TopicKind`."""
    thing_id = models.BigIntegerField()
    organisation_id = models.BigIntegerField()
    """Whose thing it is."""
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments", db_index=False
    )
    text = models.TextField()
    """Empty once its author has taken it back, or was forgotten."""
    told_by = models.CharField(max_length=200, blank=True)
    """Who said it where it came from, in the words of a package. ``author`` is who brought it here."""
    told_about = models.CharField(max_length=200, blank=True)
    """What it was about there, where that is not a thing here: it then stands with the project."""
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    edited_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    """While it is hidden its author and who may hide read it, and nobody else; it can be shown again."""
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    hidden_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        indexes: ClassVar = [
            models.Index(fields=["kind", "thing_id", "id"], name="comments_about"),
            models.Index(fields=["author", "id"], name="comments_by"),
        ]

    def __str__(self) -> str:
        return f"{self.author_id} about {self.kind} {self.thing_id}"

    def is_said_by(self, person_id: int | None) -> bool:
        """Who brings another's words here has not said them."""
        return person_id is not None and self.author_id == person_id and not self.told_by


class Edition(models.Model):
    """How a comment read before it was changed. Whoever sees the comment may read it."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="editions", db_index=False)
    version = models.PositiveIntegerField()
    text = models.TextField()
    at = models.DateTimeField()
    """When it was written."""

    class Meta:
        ordering: ClassVar = ["comment_id", "version"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["comment", "version"], name="edition_once")]

    def __str__(self) -> str:
        return f"{self.comment_id}, version {self.version}"


class Mention(models.Model):
    """Somebody who is named in a comment with an @, and was told."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions")

    class Meta:
        ordering: ClassVar = ["comment_id", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["comment", "person"], name="mentioned_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.comment_id}"


class Reaction(models.Model):
    """An answer without words, of somebody here; or of somebody where the comment came from."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="reactions", db_index=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reactions", null=True, blank=True
    )
    told_by = models.CharField(max_length=200, blank=True)
    """Who gave it there, in the words of a package: then nobody here did."""
    kind = models.CharField(max_length=8, choices=ReactionKind.choices)
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["comment_id", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["comment", "person", "kind"], name="reacted_once"),
            models.CheckConstraint(
                condition=models.Q(person=None) ^ models.Q(told_by=""), name="reaction_of_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id or self.told_by} to {self.comment_id}"

    @property
    def name(self) -> str:
        return self.person.name if self.person is not None else self.told_by
