"""Hear of a conversation, or no longer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wellrun.conversations.models import Follow
from wellrun.conversations.permissions import may_read
from wellrun.conversations.values import Topic
from wellrun.core import audit
from wellrun.core.actor import Actor


@transaction.atomic
def follow(*, actor: Actor, topic: Topic, is_following: bool, now: datetime) -> None:
    """A person decides for themselves. Who is named with an @ is told all the same."""
    may_read(actor, topic).require()
    if Follow.objects.filter(
        kind=topic.kind, thing_id=topic.id, person_id=actor.id, is_following=is_following
    ).exists():
        return
    Follow.objects.update_or_create(
        kind=topic.kind,
        thing_id=topic.id,
        person_id=actor.id,
        defaults={"is_following": is_following, "at": now},
    )
    thing = audit.Thing(
        kind="conversation", id=topic.id, organisation_id=topic.organisation_id, part=topic.kind
    )
    audit.record(
        actor=actor,
        action="conversation.followed",
        thing=thing,
        now=now,
        after={"is_following": is_following},
    )
