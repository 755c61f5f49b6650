"""What becomes of a person's comments when they are forgotten."""

from __future__ import annotations

from collections.abc import Iterable

from wellrun.conversations.models import Comment, Edition, Reaction
from wellrun.core.chain import ERASED
from wellrun.core.search.index import index_rows


def forget_words(person_id: int) -> None:
    """Their words go, in every version: a conversation is speech, and not the record of the work.

    That somebody spoke there stays, so that the answers of others keep their place. Reactions, mentions and
    what they followed go with the person's own rows.
    """
    own = Comment.objects.filter(author_id=person_id, told_by="")
    forget_comments(own.order_by("pk").values_list("pk", flat=True))


def forget_comments(comment_ids: Iterable[int]) -> None:
    """The words of these, in every version, and the name that a package gave to who said them."""
    ids = list(comment_ids)
    Comment.objects.filter(pk__in=ids).exclude(told_by="").update(told_by=ERASED)
    Edition.objects.filter(comment_id__in=ids).delete()
    Comment.objects.filter(pk__in=ids).update(text="")
    index_rows("comment", ids)


def forget_answers(reaction_ids: Iterable[int]) -> None:
    """Answers in a word that a package told of somebody."""
    Reaction.objects.filter(pk__in=list(reaction_ids), person=None).delete()
