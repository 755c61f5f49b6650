"""Writes to conversations: say something, put it right, take it back, hide it, answer in a word, follow."""

from wellrun.conversations.services.comments import (
    CommentRefused,
    edit_comment,
    post_comment,
    remove_comment,
)
from wellrun.conversations.services.following import follow
from wellrun.conversations.services.hiding import hide_comment, show_comment
from wellrun.conversations.services.reactions import react

__all__ = [
    "CommentRefused", "edit_comment", "follow", "hide_comment", "post_comment", "react", "remove_comment",
    "show_comment",
]  # fmt: skip
