"""How much room words take, and how to make them fit: width, shortening, wrapping."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from unicodedata import combining, east_asian_width

from wellrun_spc.draw.advances import REGULAR, SEMIBOLD

_SLACK = 1.02
"""A little more than the font says: browsers round, and a page may still be waiting for its font."""
_UNKNOWN, _WIDE = 640, 1000
_SHORTEST_FRAGMENT = 3
ELLIPSIS = "…"


def _advance(letter: str, table: dict[str, int]) -> int:
    known = table.get(letter)
    if known is not None:
        return known
    if combining(letter):
        return 0
    return _WIDE if east_asian_width(letter) in "WF" else _UNKNOWN


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of text, in the chart's own units.

    Letters that the font lacks count as an average capital, and East Asian letters as a full square.
    """
    table = SEMIBOLD if bold else REGULAR
    return sum([_advance(letter, table) for letter in text]) * size * _SLACK / 1000


def shorten(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """The text, or as much of its start as fits in `room` with an ellipsis; empty where nothing does."""
    if text_width(text, size, bold=bold) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_width(text[:middle].rstrip() + ELLIPSIS, size, bold=bold) <= room:
            low = middle
        else:
            high = middle - 1
    kept = _whole_words(text, low).rstrip().rstrip(" ,;:.-–")
    return kept + ELLIPSIS if kept else ""


def _whole_words(text: str, length: int) -> str:
    """The start of the text, without the last word where only a letter or three of it would be left."""
    kept = text[:length]
    before, _, fragment = kept.rpartition(" ")
    cut = not text[length : length + 1].isspace()
    return before if before and cut and len(fragment) <= _SHORTEST_FRAGMENT else kept


def wrap(text: str, room: float, size: float, *, lines: int, bold: bool = False) -> list[str]:
    """The text in at most `lines` lines, broken between words; the last is shortened if need be."""
    words = text.split()
    done: list[str] = []
    while words and len(done) < lines - 1:
        count = _fitting(words, room, size, bold=bold)
        done.append(" ".join(words[:count]))
        words = words[count:]
    if words:
        done.append(" ".join(words))
    return [kept for kept in (shorten(line, room, size, bold=bold) for line in done) if kept]


def in_lines(text: str, room: float, size: float, *, lines: int) -> list[str]:
    """The whole text in at most `lines` lines; nothing where it does not fit."""
    words, done = text.split(), list[str]()
    while words and len(done) < lines:
        count = _fitting(words, room, size, bold=False)
        done.append(" ".join(words[:count]))
        words = words[count:]
    return done if not words and all(text_width(line, size) <= room for line in done) else []


def packed(notes: Sequence[str], room: float, size: float) -> list[str]:
    """Notes on as few lines as they need, each whole on its line where it can be."""
    done: list[str] = []
    for note in notes:
        joined = f"{done[-1]}; {note}" if done else note
        if done and text_width(joined, size) <= room:
            done[-1] = joined
        else:
            done.append(note)
    return done


def _fitting(words: list[str], room: float, size: float, *, bold: bool) -> int:
    """How many words fit on one line, always at least one."""
    count = 1
    while count < len(words) and text_width(" ".join(words[: count + 1]), size, bold=bold) <= room:
        count += 1
    return count
