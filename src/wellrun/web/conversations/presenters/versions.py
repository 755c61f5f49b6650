"""The versions of one comment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.conversations.queries import Comment, Edition
from wellrun.web.components.remark.tag import Remark
from wellrun.web.conversations.presenters.words import author_text, moment_text, paragraphs_of, present_remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """How it reads, or read from one moment to another."""

    title: str
    remark: Remark


def present_versions(
    comment: Comment, editions: Iterable[Edition], *, reads_words: bool
) -> tuple[Version, ...]:
    """The latest first; without earlier ones for who does not read what is hidden."""
    now = present_remark(comment, reads_words=reads_words)
    earlier = tuple(
        Version(
            title=_("Before that"),
            remark=Remark(
                by=author_text(comment),
                when=moment_text(each.at),
                when_iso=each.at.isoformat(),
                paragraphs=paragraphs_of(each.text),
            ),
        )
        for each in (editions if reads_words else ())
    )
    at = comment.edited_at or comment.at
    latest = Remark(
        by=now.by,
        when=moment_text(at),
        when_iso=at.isoformat(),
        paragraphs=now.paragraphs,
        gone=now.gone,
        kept_from=now.kept_from,
        answers=now.answers,
    )
    return (Version(title=_("Now"), remark=latest), *earlier)
