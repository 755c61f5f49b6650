"""How comments are found."""

from __future__ import annotations

from wellrun.conversations.models import Comment
from wellrun.conversations.queries.talk import visible_to
from wellrun.core.search.registry import Searchable, Text


def _text_of(comment: Comment) -> Text | None:
    """What is hidden is found by nobody, not even its author: whoever looks over their shoulder reads it."""
    return Text(title="", more=comment.text) if comment.text and comment.hidden_at is None else None


COMMENTS = Searchable(
    kind="comment",
    model=Comment,
    fields=frozenset({"text", "hidden_at"}),
    text_of=_text_of,
    visible_to=lambda actor: visible_to(actor).select_related("author").order_by("-pk"),
)
