"""Comments with their earlier versions, whom they mention, short answers, and who follows what."""

from wellrun.conversations.models.comment import Comment, Edition, Mention, Reaction
from wellrun.conversations.models.follow import Follow

__all__ = ["Comment", "Edition", "Follow", "Mention", "Reaction"]
