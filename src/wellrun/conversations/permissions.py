"""Who may read what is said about a thing, join in, and change what they said."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.conversations.models import Comment
from wellrun.conversations.policies import is_there
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
    return all_of(may_read(actor, topic), is_there(comment), is_own)


def may_change(actor: Actor, topic: Topic, comment: Comment) -> Decision:
    """Change one's own words. Nobody puts words into another's mouth."""
    own = (
        ALLOWED
        if comment.is_said_by(actor.person_id)
        else refused(_("Only its author can change a comment."))
    )
    return all_of(may_read(actor, topic), own, is_there(comment))


def may_remove(actor: Actor, topic: Topic, comment: Comment) -> Decision:
    """Take one's own words back, or those that one brought here with a project: somebody answers for them."""
    own = (
        ALLOWED
        if actor.person_id is not None and actor.person_id == comment.author_id
        else refused(_("Only its author can remove a comment."))
    )
    return all_of(may_read(actor, topic), own, is_there(comment))
