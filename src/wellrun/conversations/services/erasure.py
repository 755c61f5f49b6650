"""What becomes of a person's comments when they are forgotten."""

from __future__ import annotations

from wellrun.conversations.models import Comment, Edition
from wellrun.core.search.index import index_rows


def forget_words(person_id: int) -> None:
    """Their words go, in every version: a conversation is speech, and not the record of the work.

    That somebody spoke there stays, so that the answers of others keep their place. Reactions, mentions and
    what they followed go with the person's own rows.
    """
    own = Comment.objects.filter(author_id=person_id)
    ids = list(own.order_by("pk").values_list("pk", flat=True))
    Edition.objects.filter(comment_id__in=ids).delete()
    own.update(text="")
    index_rows("comment", ids)
