"""A conversation with its form, on its own page or within the page of its thing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.conversations.permissions import (
    may_change,
    may_hide,
    may_react,
    may_read,
    may_read_words,
    may_remove,
    may_show,
)
from wellrun.conversations.queries import Comment, comments_about, is_following, people_to_pick
from wellrun.conversations.values import ReactionKind, Topic
from wellrun.core.actor import Actor
from wellrun.web.components.remark.tag import Remark
from wellrun.web.conversations.forms import CommentForm
from wellrun.web.conversations.presenters.words import present_remark

SHOWN, MANY = 12, 200
"""The latest comments: within the page of their thing, and on a page of the conversation's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One of the three answers in a word, as a button."""

    kind: str
    text: str
    name: str
    """Under which the button is sent: it gives the answer, or takes it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRow:
    """One comment, and what this person can do with it."""

    id: int
    remark: Remark
    answers: tuple[Answer, ...]
    answer_words: str
    answer_url: str
    edit_url: str
    remove_url: str
    may_change: bool
    may_remove: bool
    may_hide: bool
    may_show: bool
    hide_url: str
    show_url: str
    typed_why: str
    """A reason that could not be kept as it was."""
    trouble: str
    """Why what was just tried with this comment did not work."""
    takes_focus: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkView:
    """All that a conversation shows."""

    kind: str
    id: int
    rows: tuple[TalkRow, ...]
    earlier_href: str
    """Leads to those before, where only the latest are shown."""
    form: CommentForm
    is_following: bool
    follow_words: str
    follow_takes_focus: bool


def talk_form(
    actor: Actor, topic: Topic, data: Any = None, *, team: Collection[int] | None = None
) -> CommentForm:
    """With the people who can be asked, as far as they may see the thing. ``team``: see `is_following`."""
    people = [(str(person.pk), person.name) for person in people_to_pick(actor, topic, team=team)]
    return CommentForm(data, people=people, seen_by=topic.seen_by)


def present_talk(
    actor: Actor,
    topic: Topic,
    *,
    form: CommentForm | None = None,
    most: int = SHOWN,
    before: int | None = None,
    focus: int = 0,
    typed_why: str = "",
    trouble: str = "",
    follow_takes_focus: bool = False,
) -> TalkView | None:
    """``None`` for who may not read it. ``focus`` is the comment that something was just done with.

    ``trouble`` is what went wrong with it.
    """
    if not may_read(actor, topic):
        return None
    tried = _Tried(typed_why=typed_why, trouble=trouble)
    comments = comments_about(topic, last=most + 1, before=before)
    shown = comments[-most:]
    team = topic.team()
    follows = is_following(actor, topic, team=team)
    return TalkView(
        kind=topic.kind,
        id=topic.id,
        rows=tuple(_row(actor, topic, each, tried if each.pk == focus else None) for each in shown),
        earlier_href=_earlier(topic, shown) if len(comments) > len(shown) else "",
        form=form or talk_form(actor, topic, team=team),
        is_following=follows,
        follow_takes_focus=follow_takes_focus,
        follow_words=_("You are told of each new comment.")
        if follows
        else _("You are told only when somebody asks you with an @."),
    )


def _earlier(topic: Topic, shown: Sequence[Comment]) -> str:
    return f"{reverse('conversations:page', args=[topic.kind, topic.id])}?before={shown[0].pk}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """What was just done with a comment, or did not work."""

    typed_why: str = ""
    trouble: str = ""


def _row(actor: Actor, topic: Topic, comment: Comment, tried: _Tried | None) -> TalkRow:
    hides = bool(comment.text and may_hide(actor, topic, comment))
    return TalkRow(
        id=comment.pk,
        remark=present_remark(comment, reads_words=bool(may_read_words(actor, topic, comment))),
        answers=_answers(actor, topic, comment),
        answer_words=_("Answer %(name)s in a word") % {"name": comment.told_by or comment.author.name},
        may_change=bool(may_change(actor, topic, comment)),
        may_remove=bool(may_remove(actor, topic, comment)),
        may_hide=hides,
        may_show=bool(may_show(actor, topic, comment)),
        typed_why=tried.typed_why if tried else "",
        trouble=tried.trouble if tried else "",
        takes_focus=tried is not None and not (tried.trouble and hides),  # then the reason takes it
        **{
            f"{act}_url": reverse(f"conversations:{act}", args=[comment.pk])
            for act in ("answer", "edit", "remove", "hide", "show")
        },
    )


def _answers(actor: Actor, topic: Topic, comment: Comment) -> tuple[Answer, ...]:
    """The buttons: for others' words that are still there."""
    if not comment.text or not may_react(actor, topic, comment):
        return ()
    given = {each.kind for each in comment.reactions.all() if each.person_id == actor.person_id}
    return tuple(
        Answer(
            kind=kind,
            text=_("Take back: %(answer)s") % {"answer": kind.label} if kind in given else str(kind.label),
            name="take_back" if kind in given else "give",
        )
        for kind in ReactionKind
    )
