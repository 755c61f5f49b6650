"""Who may read what is said about a thing, join in, and change what they said."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.conversations.models import Comment
from wellrun.conversations.policies import is_hidden, is_shown, is_there
from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, all_of, refused


def may_read(actor: Actor, topic: Topic) -> Decision:
    """Who may see the thing. Somebody without an account sees no names, so they read no conversation."""
    if not actor.is_signed_in:
        return refused(_("Sign in to read what people say about this."))
    return topic.may_view(actor)


def may_comment(actor: Actor, topic: Topic) -> Decision:
    """Who may read may ask: a question from outside the team is how people learn from each other."""
    return may_read(actor, topic)


def may_react(actor: Actor, topic: Topic, comment: Comment) -> Decision:
    """To what others said."""
    is_own = (
        refused(_("These answers are for what others said."))
        if comment.is_said_by(actor.person_id)
        else ALLOWED
    )
    return all_of(may_read(actor, topic), is_there(comment), is_shown(comment), is_own)


def may_change(actor: Actor, topic: Topic, comment: Comment) -> Decision:
    """Put one's own words right. Nobody puts words into another's mouth."""
    own = (
        ALLOWED
        if comment.is_said_by(actor.person_id)
        else refused(_("Only its author can change a comment."))
    )
    return all_of(may_remove(actor, topic, comment), own, is_shown(comment))


def may_remove(actor: Actor, topic: Topic, comment: Comment) -> Decision:
    """Take one's own words back, hidden or not; or those that one brought here with a project."""
    own = ALLOWED if is_author(actor, comment) else refused(_("Only its author can remove a comment."))
    return all_of(may_read(actor, topic), own, is_there(comment))


def may_hide(actor: Actor, topic: Topic, comment: Comment) -> Decision:
    """Keep what somebody else said from everybody's eyes: who leads this, or administers its place."""
    others = _is_of_others(actor, comment, _("This is your own. Change it, or take it back."))
    return all_of(
        may_read(actor, topic), _moderates(actor, topic), others, is_there(comment), is_shown(comment)
    )


def may_show(actor: Actor, topic: Topic, comment: Comment) -> Decision:
    """Undo that. Nobody judges their own words: a lead whose own are hidden asks another."""
    others = _is_of_others(actor, comment, _("This is your own. Ask who hid it to show it again."))
    return all_of(
        may_read(actor, topic), _moderates(actor, topic), others, is_there(comment), is_hidden(comment)
    )


def may_read_words(actor: Actor, topic: Topic, comment: Comment) -> Decision:
    """What a comment says. Hidden, that is for its author, and for who may show it again."""
    if is_author(actor, comment) or topic.moderates(actor):
        return may_read(actor, topic)
    return all_of(may_read(actor, topic), is_shown(comment))


def is_author(actor: Actor, comment: Comment) -> bool:
    """Who answers for the words: who wrote them here, or brought them here."""
    return actor.person_id is not None and actor.person_id == comment.author_id


def _is_of_others(actor: Actor, comment: Comment, refusal: str) -> Decision:
    return refused(refusal) if is_author(actor, comment) else ALLOWED


def _moderates(actor: Actor, topic: Topic) -> Decision:
    if topic.moderates(actor):
        return ALLOWED
    return refused(_("Who leads this, or administers its place, can hide a comment. Ask one of them."))
