"""What is talked about, as each domain tells it, and the few words of a reaction."""

from wellrun.conversations.values.reactions import ReactionKind
from wellrun.conversations.values.row_rules import rules_for, shown_in
from wellrun.conversations.values.topics import (
    Topic,
    TopicKind,
    grants_by_person,
    kinds,
    register,
    register_grants,
    things_of,
    topic_of,
)

__all__ = [
    "ReactionKind", "Topic", "TopicKind", "grants_by_person", "kinds", "register", "register_grants",
    "rules_for", "shown_in", "things_of", "topic_of",
]  # fmt: skip
