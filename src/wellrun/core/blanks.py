"""What people see of a text: without the blanks around it, and nothing where nothing can be seen."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Controls, marks such as the zero-width space that come along when something is copied, and blanks."""
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""


def trimmed(text: str) -> str:
    """The text without blanks at its ends. Marks between words stay: some scripts need them.

    >>> trimmed(" Fewer falls \\n"), trimmed("\\u200b \\ufeff")
    ('Fewer falls', '')
    """
    return text.strip() if any(map(_is_seen, text)) else ""


def _is_seen(sign: str) -> bool:
    is_selector = "\ufe00" <= sign <= "\ufe0f"
    return unicodedata.category(sign) not in _UNSEEN and sign not in _FILLERS and not is_selector
