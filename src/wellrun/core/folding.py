"""Text as it is compared: without capitals and accents, in any script, so that "Łódź" is found by "lodz"."""

from __future__ import annotations

import re
import unicodedata

DIRECTION_MARKS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks that say which way a text runs, as keyboards for Arabic and Hebrew put them in; for a pattern."""
_UNSPACED = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]\Z"
)
# Letters that Unicode does not take apart into a plain letter and a mark, though people type them so.
_ALONE = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe"})


def folded(text: str, *, longest: int | None = None) -> str:
    """The text in small letters without marks, with single spaces; cut where a column holds no more.

    NFKD takes letters and marks apart (Unicode Standard Annex 15); marks (category Mn) are dropped. It is
    for finding and sorting, never for showing.
    """
    plain = _without_marks(_without_marks(text).casefold()).translate(_ALONE)
    return " ".join(plain.replace("\0", " ").split())[:longest]


def goes_on_unspaced(name: str) -> bool:
    """Whether other words can follow it without a space, as in Thai, Chinese, Japanese or Korean."""
    return bool(_UNSPACED.search(name))


def words_in(search: str, *, most: int = 8) -> list[str]:
    """What somebody typed into a search field, as folded words."""
    return folded(search[:200]).split()[:most]


def _without_marks(text: str) -> str:
    return "".join(
        [each for each in unicodedata.normalize("NFKD", text) if unicodedata.category(each) != "Mn"]
    )
