"""A process map: a lane for each who does something, steps in their order as one reads."""

from __future__ import annotations

from collections.abc import Callable

from wellrun.projects.queries.tools import Card
from wellrun.web.tools.drawings.board import PAD, WIDTH, Board
from wellrun_spc.draw.svg import num

_LABEL = 104.0
_STEPS = 6
"""Side by side; the way goes on in a new row of lanes."""
_GAP = 22.0
_STEP = (WIDTH - _LABEL - _STEPS * _GAP) / _STEPS


def draw_lanes(board: Board, lanes: list[str], steps: list[Card], note: Callable[[Card], str]) -> float:
    """Returns how far down the drawing reaches."""
    top = 0.0
    for start in range(0, len(steps), _STEPS):
        top = _draw_row(board, lanes, steps[start : start + _STEPS], note, top=top, is_next=start > 0) + 20
    return top


def _draw_row(
    board: Board,
    lanes: list[str],
    steps: list[Card],
    note: Callable[[Card], str],
    *,
    top: float,
    is_next: bool,
) -> float:
    used = [lane for lane in lanes if any(step.item.place == lane for step in steps)]
    heights = {lane: _lane_height(board, lane, steps, note) for lane in used}
    tops = {}
    for lane in used:
        tops[lane] = top
        board.box(0, top, WIDTH, heights[lane], is_quiet=True)
        board.canvas.path("axis", f"M0 {num(top)}H{num(WIDTH)}")
        board.words(PAD, top + 4, board.lines(lane, _LABEL - 2 * PAD, bold=True), bold=True)
        top += heights[lane]
    board.canvas.path("axis", f"M0 {num(top)}H{num(WIDTH)}")
    before = (_LABEL - 8, tops[steps[0].item.place] + PAD + 14) if is_next else None
    for column, step in enumerate(steps):
        x, y = _LABEL + column * (_STEP + _GAP) + _GAP / 2, tops[step.item.place] + PAD
        board.card(x, y, _STEP, step.item.text, note=note(step))
        board.told.append(f"{step.item.place}: {step.item.text} {note(step)}".strip())
        if before is not None:
            _join(board, before, (x, y + 14))
        before = (x + _STEP, y + 14)
    return top


def _join(board: Board, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Straight on, or over to another lane half way between the two."""
    middle = (start[0] + end[0]) / 2
    turns = [(middle, start[1]), (middle, end[1])] if start[1] != end[1] else []
    board.arrow([start, *turns, end])


def _lane_height(board: Board, lane: str, steps: list[Card], note: Callable[[Card], str]) -> float:
    cards = [
        board.height_of(_STEP, step.item.text, note=note(step)) for step in steps if step.item.place == lane
    ]
    label = board.height_of(_LABEL, lane)
    return max(label, *cards) + 2 * PAD
