"""`{% remark %}`: what one person said in a conversation."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of words, or a name after an @."""

    text: str
    is_name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Who said what, and when; ``gone`` stands in the place of words that are no longer there."""

    by: str
    when: str
    when_iso: str
    about: str = ""
    """What it was said about, where it stands with something else."""
    paragraphs: tuple[tuple[Piece, ...], ...] = ()
    gone: str = ""
    kept_from: str = ""
    """Who else reads the words, where they are hidden from the others; they are then folded away."""
    edited: str = ""
    edited_href: str = ""
    answers: tuple[str, ...] = ()
    """Answers in a word, with names: "Thank you: Marcus Bell"."""


def remark(*, of: Remark) -> dict[str, object]:
    """Words with their author; answers in a word below them."""
    return {"of": of}
