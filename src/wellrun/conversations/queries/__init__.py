"""Questions about conversations: what was said, how much, by whom, and who may be named."""

from wellrun.conversations.models import Comment, Edition, Reaction
from wellrun.conversations.queries.following import is_following, listeners
from wellrun.conversations.queries.names import Named, named_in, people_to_pick
from wellrun.conversations.queries.sight import who_sees
from wellrun.conversations.queries.talk import (
    comment_for,
    comments_about,
    counts_of,
    editions_of,
    topic_for,
    visible_to,
)

__all__ = [
    "Comment", "Edition", "Named", "Reaction", "comment_for", "comments_about", "counts_of", "editions_of",
    "is_following", "listeners", "named_in", "people_to_pick", "topic_for", "visible_to", "who_sees",
]  # fmt: skip
