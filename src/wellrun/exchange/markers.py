"""Cells that stand for a number that is not there: blanks, and the marks of publishers who hide one.

None of them is ever zero. The marks follow the UK Government Analysis Function's guidance on symbols in
tables (2021) and older habits that are still met.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Absence(NamedTuple):
    """Why a cell has no number."""

    reason: str
    suppressed: bool
    """The number exists, and somebody hid it on purpose."""


BLANK = Absence("blank", suppressed=False)
NOT_RECORDED = Absence("not recorded", suppressed=False)
NOT_AVAILABLE = Absence("not available", suppressed=False)
NOT_APPLICABLE = Absence("not applicable", suppressed=False)
NO_NUMBER = Absence("a dash instead of a number", suppressed=False)
FORMULA = Absence("a formula that failed", suppressed=False)
HIDDEN = Absence("hidden to protect people", suppressed=True)
UNRELIABLE = Absence("held back as not reliable", suppressed=True)
ROUNDED = Absence("given only as a range", suppressed=True)

MARKS: dict[str, Absence] = {
    "": BLANK,
    **dict.fromkeys(
        ["na", "n/a", "n.a.", "null", "none", "nan", "missing", "<na>", "not recorded"], NOT_RECORDED
    ),
    **dict.fromkeys(["..", ".", ":", "...", "…", "x", "[x]", "not available"], NOT_AVAILABLE),
    **dict.fromkeys(["z", "[z]", "not applicable"], NOT_APPLICABLE),
    **dict.fromkeys(["-", "--", "---", "–", "—", "‐", "−"], NO_NUMBER),
    **dict.fromkeys(["#n/a", "#div/0!", "#ref!", "#value!", "#name?", "#num!", "#null!"], FORMULA),
    **dict.fromkeys(["*", "**", "***", "c", "[c]", "(c)", "s", "[s]", "~", "#", "†", "‡", "\u2217"], HIDDEN),
    **dict.fromkeys(["suppressed", "[suppressed]", "redacted", "masked", "hidden", "dns", "[dns]"], HIDDEN),
    **dict.fromkeys(["u", "[u]", "low", "[low]"], UNRELIABLE),
}
LONGEST_MARK = max(map(len, MARKS))
RANGE = re.compile(r"(?:[<>≤≥]=?|less than|fewer than|under|up to)\s*\d+(?:[.,]\d+)?\s*%?")
"""``<5``, ``≤ 7``, ``fewer than 10``: a number is hidden in there, and we do not make one up."""


def absence_of(text: str) -> Absence | None:
    """Say why a cell holds no number, or ``None`` where it may hold one."""
    mark = text.strip().casefold()
    if len(mark) <= LONGEST_MARK and mark in MARKS:
        return MARKS[mark]
    return ROUNDED if RANGE.fullmatch(mark) else None
