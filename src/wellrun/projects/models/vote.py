"""Rounds of voting. Who voted, and what the items got, are kept apart for good: no ballot is ever stored."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from wellrun.projects.models.tool import Tool, ToolItem
from wellrun.projects.values.tools import VoteMethod


class VoteRound(models.Model):
    """One round: open until the person who holds it closes it."""

    tool = models.ForeignKey(Tool, on_delete=models.CASCADE, related_name="rounds")
    method = models.CharField(max_length=8, choices=VoteMethod.choices)
    points = models.PositiveSmallIntegerField()
    """How many points each person spreads, or the rank of the best."""
    breaks = models.ForeignKey(
        "self", on_delete=models.CASCADE, related_name="broken_by", null=True, blank=True, db_index=False
    )
    """The round whose tie this one breaks."""
    holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    told_voters = models.PositiveSmallIntegerField(null=True, blank=True)
    """How many voted in a round that came in a package; who they were stayed where it was counted."""
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["tool_id", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["tool"], condition=Q(closed_at=None), name="one_vote_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.tool_id} from {self.opened_at}"


class VoteTurn(models.Model):
    """Somebody has voted. What they chose is not here."""

    vote_round = models.ForeignKey(VoteRound, on_delete=models.CASCADE, related_name="turns")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        ordering: ClassVar = ["vote_round_id", "person_id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vote_round", "person"], name="one_vote_each")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.vote_round_id}"


class Vote(models.Model):
    """What one item has got from everybody together. Its row is there from the start: it is a candidate."""

    vote_round = models.ForeignKey(VoteRound, on_delete=models.CASCADE, related_name="votes")
    item = models.ForeignKey(ToolItem, on_delete=models.CASCADE, related_name="votes")
    points = models.PositiveIntegerField(default=0)
    people = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["vote_round_id", "item_id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vote_round", "item"], name="candidate_once")
        ]

    def __str__(self) -> str:
        return f"{self.item_id} in {self.vote_round_id}"
