"""Hide what somebody said, for a reason that everybody reads; and show it again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.accounts.services import notify, settle
from wellrun.conversations.models import Comment
from wellrun.conversations.permissions import may_hide, may_show
from wellrun.conversations.services.comments import CommentRefused
from wellrun.conversations.services.telling import MENTIONED, place_of
from wellrun.conversations.services.writing import held, leave_record
from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.identifiers import require_none_in
from wellrun.core.lengths import too_long
from wellrun.core.sentences import Sentence

LONGEST_WHY = 300


@transaction.atomic
def hide_comment(*, actor: Actor, comment: Comment, why: str, now: datetime) -> Comment:
    """Its author is told, still reads it, and can take it back; nothing is deleted, and it can be undone."""
    row, topic = held(comment)
    may_hide(actor, topic, row).require()
    row.hidden_why = _sound(topic, why)
    row.hidden_at, row.hidden_by_id, row.version = now, actor.id, row.version + 1
    row.save(update_fields=["hidden_at", "hidden_by", "hidden_why", "version"])
    settle(kind=MENTIONED, address=place_of(topic, row), now=now)
    said = Sentence(
        gettext_noop("%(name)s hid what you wrote about “%(thing)s”: %(why)s"),
        {"name": actor.name, "thing": topic.name, "why": row.hidden_why},
    )
    _tell_author(actor, topic, row, "comment.hidden", said, now)
    leave_record(actor, row, "comment.hidden", now, reason=row.hidden_why)
    return row


@transaction.atomic
def show_comment(*, actor: Actor, comment: Comment, now: datetime) -> Comment:
    """Everybody who sees the thing reads it again."""
    row, topic = held(comment)
    may_show(actor, topic, row).require()
    row.hidden_at, row.hidden_by, row.hidden_why, row.version = None, None, "", row.version + 1
    row.save(update_fields=["hidden_at", "hidden_by", "hidden_why", "version"])
    said = Sentence(
        gettext_noop("%(name)s shows again what you wrote about “%(thing)s”"),
        {"name": actor.name, "thing": topic.name},
    )
    _tell_author(actor, topic, row, "comment.shown", said, now)
    leave_record(actor, row, "comment.shown", now)
    return row


def _tell_author(actor: Actor, topic: Topic, row: Comment, kind: str, said: Sentence, now: datetime) -> None:
    notify(
        actor=actor, people=[row.author_id], kind=kind, text=said, address=place_of(topic, row), now=now
    )  # fmt: skip


def _sound(topic: Topic, why: str) -> str:
    why = trimmed(" ".join(why.replace("\0", "").split()))
    if not why:
        raise CommentRefused(_("Say why. Everybody who reads here sees your reason."), field="why")
    if len(why) > LONGEST_WHY:
        raise CommentRefused(too_long(LONGEST_WHY, len(why)), field="why")
    require_none_in(topic.country, why=why)
    return why
