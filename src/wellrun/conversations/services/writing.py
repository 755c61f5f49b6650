"""The frame of every write to a conversation: hold the comment, leave a record without its words."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from wellrun.conversations.models import Comment
from wellrun.conversations.values import Topic, topic_of
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import NotAllowed

THING = "comment"


def held(comment: Comment) -> tuple[Comment, Topic]:
    """The comment as it is now, held until the transaction ends, with what it is about."""
    row = Comment.objects.select_for_update(of=("self",)).select_related("author").get(pk=comment.pk)
    topic = topic_of(row.kind, row.thing_id)
    if topic is None:
        raise NotAllowed(_("What this was about is no longer there."))
    return row, topic


def leave_record(
    actor: Actor,
    comment: Comment,
    action: str,
    now: datetime,
    *,
    before: audit.State | None = None,
    after: audit.State | None = None,
    reason: str = "",
) -> None:
    """That it was done, by whom and when. The words stay with the comment: what is taken back is gone."""
    thing = audit.Thing(
        kind=THING,
        id=comment.pk,
        organisation_id=comment.organisation_id,
        part=f"{comment.kind}/{comment.thing_id}",
        version=comment.version,
    )
    audit.record(actor=actor, action=action, thing=thing, now=now, before=before, after=after, reason=reason)
