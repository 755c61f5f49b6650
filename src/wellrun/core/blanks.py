"""What people see of a text: without the blanks around it, and nothing where nothing can be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Controls, marks such as the zero-width space that come along when something is copied, and blanks."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""
# Marks that turn or hide what stands around them, and controls that no name has; not the joiners that Persian
# and Indic names need.
_TURNS = re.compile(
    "[\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff\u00ad\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"
)
_MOST_MARKS = 8
"""On one letter: more than any script stacks, few enough not to be drawn over the lines around it."""


def trimmed(text: str) -> str:
    """The text without blanks at its ends. Marks between words stay: some scripts need them.

    >>> trimmed(" Fewer falls \\n"), trimmed("\\u200b \\ufeff")
    ('Fewer falls', '')
    """
    return text.strip() if any(map(_is_seen, text)) else ""


def _is_seen(sign: str) -> bool:
    is_selector = "\ufe00" <= sign <= "\ufe0f"
    return unicodedata.category(sign) not in _UNSEEN and sign not in _FILLERS and not is_selector


def on_one_line(text: str) -> str:
    """A name of anything, without marks that turn or hide the words around it; empty where nothing shows."""
    plain = unicodedata.normalize("NFC", text.replace("\0", " "))
    line = " ".join(_TURNS.sub("", plain).split())
    return "".join(_few_marks(line)) if any(_shows(each) for each in line) else ""


def _shows(letter: str) -> bool:
    """A letter, figure, sign or point; marks and joiners alone are nothing to see."""
    return unicodedata.category(letter)[0] in "LNPS" and letter not in _FILLERS


def _few_marks(line: str) -> Iterator[str]:
    marks = 0
    for each in line:
        marks = marks + 1 if unicodedata.category(each).startswith("M") else 0
        if marks <= _MOST_MARKS:
            yield each
