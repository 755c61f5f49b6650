"""A sentence that is kept, and put into words in the language, and the words, of whoever reads it.

Callers mark the message with ``gettext_noop``, so that it is found for translation::

    Sentence(gettext_noop("%(name)s answered “%(text)s”"), {"name": actor.name, "text": row.text})
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation
from django.utils.functional import Promise

from wellrun.core.vocabulary import as_marked, speaking, worded

LONGEST_ARGUMENT = 400
_OF_OURS = "message"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message as the source has it, and what goes into it: texts of people as they are, words of ours again
    as sentences."""

    message: str
    arguments: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """In the language and the words that are active now."""
        given = {name: str(each) for name, each in self.arguments.items()}
        try:
            return worded(translation.gettext(self.message)) % given
        except (KeyError, TypeError, ValueError):  # a translation that lost a placeholder
            return worded(self.message) % given

    def kept(self) -> dict[str, Any]:
        """The arguments as JSON can hold them."""
        return {name: _kept(each) for name, each in self.arguments.items()}

    @classmethod
    def read(cls, message: str, kept: Mapping[str, Any]) -> Sentence:
        return cls(message, {name: _read(each) for name, each in kept.items()})


def word(label: str | Promise) -> Sentence:
    """A word of ours, as the label of a choice: kept as the source has it, whatever language is active."""
    with translation.override(None), speaking(as_marked):
        return Sentence(str(label).replace("%", "%%"))


def _kept(each: object) -> object:
    if isinstance(each, Sentence):
        return {_OF_OURS: each.message, "arguments": each.kept()}
    if isinstance(each, str) and len(each) > LONGEST_ARGUMENT:
        return f"{each[: LONGEST_ARGUMENT - 1]}…"
    return each


def _read(each: Any) -> object:
    if isinstance(each, dict):
        return Sentence.read(str(each.get(_OF_OURS, "")), each.get("arguments", {}))
    return each if isinstance(each, int) else str(each)
