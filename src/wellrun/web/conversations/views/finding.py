"""Who asks, and about what: the same answer for what is not there and what is not shared."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from wellrun.access import actor_of
from wellrun.conversations.queries import Comment, comment_for, topic_for
from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor


def topic_or_404(request: HttpRequest, kind: str, thing_id: int) -> tuple[Actor, Topic]:
    actor = actor_of(request)
    topic = topic_for(actor, kind, thing_id)
    if topic is None:
        raise Http404
    return actor, topic


def comment_or_404(request: HttpRequest, comment_id: int) -> tuple[Actor, Comment, Topic]:
    actor = actor_of(request)
    found = comment_for(actor, comment_id)
    if found is None:
        raise Http404
    return actor, *found
