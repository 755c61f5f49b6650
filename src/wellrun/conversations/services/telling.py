"""News of a conversation. It names the thing and never repeats what was said: that is read in its place."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_noop

from wellrun.accounts.models import Person
from wellrun.accounts.services import notify
from wellrun.conversations.models import Comment
from wellrun.conversations.queries.following import listeners
from wellrun.conversations.queries.sight import who_sees
from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor
from wellrun.core.sentences import Sentence

MENTIONED = "comment.mentioned"


def page_of(topic: Topic) -> str:
    """Where the conversation is read."""
    return topic.page or reverse("conversations:page", args=[topic.kind, topic.id])


def place_of(topic: Topic, comment: Comment) -> str:
    return f"{page_of(topic)}#comment-{comment.pk}"


def tell_of_comment(
    actor: Actor, topic: Topic, comment: Comment, mentioned: Collection[Person], now: datetime
) -> None:
    """The people who are named are asked; who follows is told, if they may still see it."""
    tell_mentioned(actor, topic, comment, mentioned, now)
    named = {person.pk for person in mentioned}
    others = who_sees(topic, sorted(listeners(topic) - named - {actor.id}))
    notify(
        actor=actor,
        people=[person.pk for person in others],
        kind="comment.written",
        text=Sentence(
            gettext_noop("%(name)s wrote about “%(thing)s”"), {"name": actor.name, "thing": topic.name}
        ),
        address=f"{page_of(topic)}#talk",
        now=now,
    )


def tell_mentioned(
    actor: Actor, topic: Topic, comment: Comment, mentioned: Collection[Person], now: datetime
) -> None:
    notify(
        actor=actor,
        people=[person.pk for person in mentioned],
        kind=MENTIONED,
        text=Sentence(
            gettext_noop("%(name)s asks you about “%(thing)s”"), {"name": actor.name, "thing": topic.name}
        ),
        address=place_of(topic, comment),
        asks=True,
        now=now,
    )
