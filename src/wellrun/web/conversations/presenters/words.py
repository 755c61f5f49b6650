"""What somebody said, as pieces of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.conversations.queries import Comment, Reaction
from wellrun.conversations.values import ReactionKind
from wellrun.core.folding import DIRECTION_MARKS, goes_on_unspaced
from wellrun.web.components.remark.tag import Piece, Remark
from wellrun_spc.wording import format_date

MOST_NAMES = 5


def talk_text(count: int) -> str:
    """The link to a conversation, from where its thing is listed."""
    if not count:
        return _("Talk about this")
    return ngettext("%(count)d comment", "%(count)d comments", count) % {"count": count}


def moment_text(at: datetime) -> str:
    local = localtime(at)
    return f"{format_date(local.date())}, {local:%H:%M}"


def author_text(comment: Comment) -> str:
    """Who said it. Words that came in a package were said by somebody there, whoever brought them."""
    if not comment.told_by:
        return comment.author.name
    return _("%(name)s, where it came from") % {"name": comment.told_by}


def present_remark(comment: Comment, *, reads_words: bool) -> Remark:
    """One comment with its answers, from rows that are at hand. ``reads_words`` is about what is hidden."""
    names = [mention.person.name for mention in comment.mentions.all()]
    return Remark(
        by=author_text(comment),
        when=moment_text(comment.at),
        when_iso=comment.at.isoformat(),
        about=_about(comment) if reads_words else "",
        paragraphs=paragraphs_of(comment.text, names) if reads_words else (),
        gone=_gone(comment),
        kept_from=_("Read it: only its author and who can show it again see this")
        if comment.hidden_at is not None and comment.text and reads_words
        else "",
        edited=_("Edited") if comment.edited_at and comment.text and reads_words else "",
        edited_href=reverse("conversations:versions", args=[comment.pk]),
        answers=tuple(_answers(comment.reactions.all())),
    )


def _about(comment: Comment) -> str:
    """What it was said about, where that stayed behind."""
    if not comment.told_about or not comment.text:
        return ""
    return _("About “%(thing)s” in daily control, where it came from") % {"thing": comment.told_about}


def _gone(comment: Comment) -> str:
    if comment.removed_at is not None:
        return _("Removed by who brought it.") if comment.told_by else _("Removed by its author.")
    if comment.hidden_at is not None and comment.hidden_by is not None:
        said = {"name": comment.hidden_by.name, "why": comment.hidden_why}
        return _("Hidden by %(name)s because: %(why)s") % said
    return "" if comment.text else _("Its author’s account was erased, and these words with it.")


def _answers(reactions: Iterable[Reaction]) -> Iterator[str]:
    given = list(reactions)
    for kind in ReactionKind:
        names = [each.name for each in given if each.kind == kind]
        if names:
            more = [_("%(count)d more") % {"count": len(names) - MOST_NAMES}] * (len(names) > MOST_NAMES)
            yield f"{kind.label}: {', '.join([*names[:MOST_NAMES], *more])}"


def paragraphs_of(text: str, names: Iterable[str] = ()) -> tuple[tuple[Piece, ...], ...]:
    """Paragraphs as people typed them, with the names that were told apart from the other words."""
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    return tuple(_pieces(block, _pattern(names)) for block in blocks)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """A whole name before a first name, so that the longer one is found."""
    ways = [way for name in names for way in (name, name.split()[0])]
    longest_first = sorted(ways, key=len, reverse=True)
    parts = "|".join(re.escape(way) + r"(?!\w)" * (not goes_on_unspaced(way)) for way in longest_first)
    return re.compile(rf"(@[{DIRECTION_MARKS}]*(?:{parts}))", re.IGNORECASE) if parts else None


def _pieces(block: str, pattern: re.Pattern[str] | None) -> tuple[Piece, ...]:
    if pattern is None:
        return (Piece(text=block),)
    parts = pattern.split(block)
    return tuple(Piece(text=part, is_name=bool(number % 2)) for number, part in enumerate(parts) if part)
