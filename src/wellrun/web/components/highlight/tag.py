"""`{% highlight %}`: a title with the words that were looked for."""

from __future__ import annotations

from dataclasses import dataclass

from wellrun.core.search.tokens import WORD, asked, matches


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the text, found or not."""

    text: str
    is_found: bool


def highlight(*, text: str, search: str) -> dict[str, object]:
    """Marks whole words of ``text`` that the words of ``search`` find, in any capitals and accents."""
    tokens, parts, end = asked(search), list[Part](), 0
    for word in WORD.finditer(text):
        if any(matches(word[0], token) for token in tokens):
            parts += [
                Part(text=text[end : word.start()], is_found=False),
                Part(text=word[0], is_found=True),
            ]
            end = word.end()
    parts.append(Part(text=text[end:], is_found=False))
    return {"parts": [part for part in parts if part.text]}
