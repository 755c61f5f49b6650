"""What was said about a thing."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, Prefetch, Q, QuerySet

from wellrun.conversations.models import Comment, Edition, Mention, Reaction
from wellrun.conversations.permissions import may_read
from wellrun.conversations.values import Topic, kinds, things_of, topic_of
from wellrun.core.actor import Actor


def topic_for(actor: Actor, kind: str, thing_id: int) -> Topic | None:
    """A thing that this person may talk about; ``None`` where it does not exist for them.

    It is looked for among what they see: others' things are missed as fast as those that are not there.
    """
    things = things_of(kind, actor) if actor.is_signed_in else None
    is_seen = things is not None and things.filter(pk=thing_id).exists()
    return _read_by(actor, kind, thing_id) if is_seen else None


def _read_by(actor: Actor, kind: str, thing_id: int) -> Topic | None:
    topic = topic_of(kind, thing_id)
    return topic if topic is not None and may_read(actor, topic) else None


def comments_about(topic: Topic, *, last: int, before: int | None = None) -> list[Comment]:
    """The last ones, or the last before one of them, in the order in which they were written.

    In three questions however many.
    """
    rows = Comment.objects.filter(kind=topic.kind, thing_id=topic.id).select_related("author", "hidden_by")
    rows = rows.prefetch_related(
        Prefetch("mentions", queryset=Mention.objects.select_related("person").order_by("pk")),
        Prefetch("reactions", queryset=Reaction.objects.select_related("person").order_by("pk")),
    )
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk")[:last])[::-1]


def counts_of(kind: str, thing_ids: Collection[int]) -> dict[int, int]:
    """How much was said about each of these, in one question. What was taken back, or is
    hidden, does not count.

    For things that the person asking may see: a count tells that there is something to read.
    """
    rows = Comment.objects.filter(kind=kind, thing_id__in=thing_ids).exclude(text="")
    rows = rows.filter(hidden_at=None).order_by()
    return dict(rows.values_list("thing_id").annotate(count=Count("pk")))


def comment_for(actor: Actor, comment_id: int) -> tuple[Comment, Topic] | None:
    """One comment with what it is about; ``None`` where it does not exist for this person."""
    comment = visible_to(actor).select_related("author", "hidden_by").filter(pk=comment_id).first()
    topic = _read_by(actor, comment.kind, comment.thing_id) if comment is not None else None
    return (comment, topic) if comment is not None and topic is not None else None


def editions_of(comment: Comment) -> list[Edition]:
    """How it read before, the latest first."""
    return list(Edition.objects.filter(comment=comment).order_by("-version"))


def visible_to(actor: Actor) -> QuerySet[Comment]:
    """The comments that exist for this person: those about things that do. As `permissions.may_read` says."""
    if not actor.is_signed_in:
        return Comment.objects.none()
    about = Q(pk__in=[])
    for each in kinds():
        things = each.visible_to(actor).order_by().values("pk")
        about |= Q(kind=each.kind, thing_id__in=things)
    return Comment.objects.filter(about)
