"""What the state of a comment allows."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.conversations.models import Comment
from wellrun.core.decision import ALLOWED, Decision, refused


def is_there(comment: Comment) -> Decision:
    """Nothing more happens to a comment that its author took back."""
    if comment.removed_at is None:
        return ALLOWED
    return refused(_("Its author has taken this comment back."))


def is_shown(comment: Comment) -> Decision:
    """Nothing is added to a comment that is hidden."""
    if comment.hidden_at is None:
        return ALLOWED
    return refused(_("This comment is hidden. Somebody who may hide it can show it again."))


def is_hidden(comment: Comment) -> Decision:
    return refused(_("This comment is not hidden.")) if comment.hidden_at is None else ALLOWED
