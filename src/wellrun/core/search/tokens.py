"""Text as single folded words, the same for the index and for what people type."""

from __future__ import annotations

import re

from wellrun.core.folding import folded

WORD = re.compile(r"[^\W_]+")
LONGEST_WORD = 60
MOST_WORDS = 8
FROM_THE_BEGINNING = 3
"""A word of so many letters also finds longer ones that begin with it; a shorter one finds itself."""


def tokens_in(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in WORD.findall(folded(text))]


def asked(text: str) -> list[str]:
    """What somebody typed, as words to look for: at most eight, each once."""
    return list(dict.fromkeys(tokens_in(text[:200])))[:MOST_WORDS]


def matches(word: str, token: str) -> bool:
    """Whether a word of a title is one that was looked for."""
    found = "".join(tokens_in(word))
    return found.startswith(token) if len(token) >= FROM_THE_BEGINNING else found == token
