"""Answer a comment in a word."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.accounts.services import notify, settle_own
from wellrun.conversations.models import Comment, Reaction
from wellrun.conversations.permissions import may_react
from wellrun.conversations.services.comments import CommentRefused
from wellrun.conversations.services.telling import MENTIONED, place_of
from wellrun.conversations.services.writing import held, leave_record
from wellrun.conversations.values import ReactionKind
from wellrun.core.actor import Actor
from wellrun.core.sentences import Sentence, word


@transaction.atomic
def react(*, actor: Actor, comment: Comment, kind: str, is_on: bool, now: datetime) -> None:
    """Give one of the three answers, or take it back. Saying it twice says it once."""
    row, topic = held(comment)
    may_react(actor, topic, row).require()
    if kind not in ReactionKind.values:
        raise CommentRefused(_("Choose one of the three answers."))
    given = Reaction.objects.filter(comment=row, person_id=actor.id, kind=kind)
    if given.exists() == is_on:
        return
    if not is_on:
        given.delete()
        leave_record(actor, row, "comment.answer_taken_back", now, before={"answer": kind})
        return
    Reaction.objects.create(comment=row, person_id=actor.id, kind=kind, at=now)
    settle_own(actor=actor, kind=MENTIONED, page=place_of(topic, row), now=now)
    notify(
        actor=actor,
        people=[] if row.told_by else [row.author_id],
        kind=f"comment.{kind}",
        text=Sentence(
            gettext_noop("%(name)s answered you about “%(thing)s”: %(answer)s"),
            {"name": actor.name, "thing": topic.name, "answer": word(ReactionKind(kind).label)},
        ),
        address=place_of(topic, row),
        asks=kind == ReactionKind.MORE,
        now=now,
    )
    leave_record(actor, row, "comment.answered", now, after={"answer": kind})
