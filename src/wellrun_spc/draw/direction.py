"""Which way a text is read, and how its words stay in order in whatever program draws it.

SVG's own ``direction`` is not known to every program that opens a drawing; the isolates of Unicode are.
"""

from __future__ import annotations

from unicodedata import bidirectional

_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _END = "\u2066", "\u2067", "\u2069"


def is_right_to_left(text: str) -> bool:
    """By its first letter that has a direction, as ``dir="auto"`` decides."""
    for letter in text:
        kind = bidirectional(letter)
        if kind == "L":
            return False
        if kind in ("R", "AL"):
            return True
    return False


def in_order(text: str, *, like: str = "") -> str:
    """A line whose Arabic, Urdu or Hebrew and Latin words stand in the order in which they are read.

    ``like`` is the whole text that the line is a part of: its direction is that of all its lines. Text
    without such letters is left as it is.
    """
    if not any(bidirectional(letter) in ("R", "AL", "AN") for letter in text + like):
        return text
    return f"{_RIGHT_TO_LEFT if is_right_to_left(like or text) else _LEFT_TO_RIGHT}{text}{_END}"
