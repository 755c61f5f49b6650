"""Five whys: each answer below the one it explains, set in a little, joined by a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wellrun.projects.queries.tools import Card
from wellrun.web.tools.drawings.board import WIDTH, Board
from wellrun_spc.draw.svg import num

_IN = 32.0
_GAP = 12.0
_WIDEST = 560.0


def draw_whys(board: Board, subject: str, cards: Iterable[Card], note: Callable[[Card], str]) -> float:
    """Returns how far down the drawing reaches."""
    top = board.card(0, 0, _WIDEST, subject) + _GAP if subject else 0.0
    return _draw(board, cards, note, depth=1 if subject else 0, top=top)


def _draw(
    board: Board, cards: Iterable[Card], note: Callable[[Card], str], *, depth: int, top: float
) -> float:
    start = top - _GAP
    for card in cards:
        x = depth * _IN
        width = min(_WIDEST, WIDTH - x)
        height = board.card(x, top, width, card.item.text, note=note(card))
        board.told.append(card.item.text)
        if depth:
            down, end = num(board.across(x - _IN / 2)), num(board.across(x))
            elbow = f"M{down} {num(start)}V{num(top + height / 2)}H{end}"
            board.canvas.path("axis", elbow)
        top = _draw(board, card.below, note, depth=depth + 1, top=top + height + _GAP)
    return top
