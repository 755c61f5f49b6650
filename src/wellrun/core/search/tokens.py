"""Text as single folded words, the same for the index and for what people type."""

from __future__ import annotations

import re

from wellrun.core.folding import folded

WORD = re.compile(r"[^\W_]+")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
"""Letters of scripts that put no space between words, or between the parts of a name: Thai, Lao, Burmese,
Khmer, Korean, Japanese, Chinese."""
LONGEST_WORD = 60
MOST_WORDS = 8
FROM_THE_BEGINNING = 3
"""A word of so many letters also finds longer ones that begin with it; a shorter one finds itself."""


def tokens_in(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in WORD.findall(folded(text))]


def tokens_to_keep(text: str) -> list[str]:
    """Words for the index, each once. Where a script puts no space between words, one may begin at any
    letter: so the rest from each letter on is kept as well."""
    kept: list[str] = []
    for word in tokens_in(text):
        kept += [word[begin:] for begin in range(len(word))] if UNSPACED.search(word) else [word]
    return list(dict.fromkeys(kept))


def finds_longer(word: str) -> bool:
    """Whether it also finds words that begin with it."""
    return len(word) >= FROM_THE_BEGINNING or UNSPACED.search(word) is not None


def mark(said: object) -> str:
    """A word for the index that nobody types: what belongs together, or may be found at all."""
    return f"\ua66e{said}"


def asked(text: str) -> list[str]:
    """What somebody typed, as words to look for: at most eight, each once."""
    return list(dict.fromkeys(tokens_in(text[:200])))[:MOST_WORDS]


def matches(word: str, token: str) -> bool:
    """Whether a word of a title is one that was looked for."""
    found = "".join(tokens_in(word))
    if UNSPACED.search(token):
        return token in found
    return found.startswith(token) if finds_longer(token) else found == token
