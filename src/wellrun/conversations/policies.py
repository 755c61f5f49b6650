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
