"""Text as it is compared: without capitals and accents, in any script, so that "Łódź" is found by "lodz"."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a plain letter and a mark, though people type them so.
_ALONE = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe"})


def folded(text: str, *, longest: int | None = None) -> str:
    """The text in small letters without marks, with single spaces; cut where a column holds no more.

    NFKD takes letters and marks apart (Unicode Standard Annex 15); marks (category Mn) are dropped. It is
    for finding and sorting, never for showing.
    """
    plain = _without_marks(_without_marks(text).casefold()).translate(_ALONE)
    return " ".join(plain.replace("\0", " ").split())[:longest]


def words_in(search: str, *, most: int = 8) -> list[str]:
    """What somebody typed into a search field, as folded words."""
    return folded(search[:200]).split()[:most]


def _without_marks(text: str) -> str:
    return "".join(
        [each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each) != "Mn"]
    )
