"""Who hears of what is said about a thing."""

from __future__ import annotations

from collections.abc import Collection

from wellrun.conversations.models import Follow
from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor
from wellrun.core.second_lock import as_system


def listeners(topic: Topic) -> set[int]:
    """The team and whoever follows it, but for those who no longer want to."""
    with as_system():
        chosen = dict(
            Follow.objects.filter(kind=topic.kind, thing_id=topic.id)
            .order_by()
            .values_list("person_id", "is_following")
        )
        team = set(topic.team())
    return {each for each in team | chosen.keys() if chosen.get(each, True)}


def is_following(actor: Actor, topic: Topic, *, team: Collection[int] | None = None) -> bool:
    """``team`` is the topic's, where it is known already."""
    if actor.person_id is None:
        return False
    row = Follow.objects.filter(kind=topic.kind, thing_id=topic.id, person_id=actor.person_id).first()
    if row is not None:
        return row.is_following
    return actor.person_id in (topic.team() if team is None else team)
