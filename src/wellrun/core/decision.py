"""Decisions and refusals: yes, or no with a sentence fit to show."""

from __future__ import annotations

from dataclasses import dataclass


class Refused(ValueError):  # noqa: N818 - it reads as a sentence where it is raised
    """Something that could not be done. Its text is a sentence for the person who asked, with the remedy.

    ``field`` names the part of the form it is about, where there is one.
    """

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class NotAllowed(Refused):
    """The person may not do this, whatever they type."""


class StaleEdit(Refused):
    """Somebody else changed the same part meanwhile. Both texts are at hand, and neither is lost."""

    def __init__(self, sentence: str, *, field: str, theirs: str, yours: str) -> None:
        super().__init__(sentence, field=field)
        self.theirs = theirs
        self.yours = yours


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed, or refused with a reason. True or false in an ``if``; ``require()`` in a service."""

    is_allowed: bool
    refusal: str = ""

    def __bool__(self) -> bool:
        return self.is_allowed

    def require(self) -> None:
        if not self.is_allowed:
            raise NotAllowed(self.refusal)


ALLOWED = Decision(is_allowed=True)


def refused(reason: str) -> Decision:
    return Decision(is_allowed=False, refusal=reason)


def all_of(*decisions: Decision) -> Decision:
    """Allowed when all are; otherwise the first refusal."""
    return next((decision for decision in decisions if not decision), ALLOWED)


def any_of(*decisions: Decision) -> Decision:
    """Allowed when one is; otherwise the last refusal, so that the most general rule speaks."""
    if not decisions or any(decisions):
        return ALLOWED
    return decisions[-1]
