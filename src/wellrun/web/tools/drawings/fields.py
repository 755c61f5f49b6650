"""Grids and groups as boxes side by side, and a force field as arrows against each other."""

from __future__ import annotations

from collections.abc import Callable

from wellrun.projects.queries.tools import Card
from wellrun.web.tools.drawings.board import LINE, PAD, WIDTH, Board
from wellrun_spc.draw.svg import num

_GAP = 16.0
_STRONGEST = 5


def draw_grid(
    board: Board, groups: list[tuple[str, str, list[Card]]], note: Callable[[Card], str], *, columns: int
) -> float:
    """Boxes in rows, each with its name, what belongs there, and its cards; returns the height."""
    width, top = (WIDTH - (columns - 1) * _GAP) / columns, 0.0
    for start in range(0, len(groups), columns):
        row = groups[start : start + columns]
        boxes = [_box_lines(board, group, note, width) for group in row]
        height = max(len(lines) for lines in boxes) * LINE + 2 * PAD
        for column, (group, lines) in enumerate(zip(row, boxes, strict=True)):
            x = column * (width + _GAP)
            board.box(x, top, width, height)
            for number, (line, is_bold) in enumerate(lines):
                board.words(x + PAD, top + PAD + number * LINE, [line], bold=is_bold)
            board.told.append(f"{group[0]}: {', '.join(card.item.text for card in group[2])}")
        top += height + _GAP
    return top


def _box_lines(
    board: Board, group: tuple[str, str, list[Card]], note: Callable[[Card], str], width: float
) -> list[tuple[str, bool]]:
    name, about, cards = group
    room = width - 2 * PAD
    lines = [(line, True) for line in board.lines(name, room, bold=True)]
    lines += [(line, False) for line in board.lines(about, room)]
    for card in cards:
        said = f"{card.item.text} ({note(card)})" if note(card) else card.item.text
        lines += [(line, False) for line in board.lines(f"• {said}", room)]
    return lines


def draw_forces(
    board: Board, subject: str, helps: tuple[str, list[Card]], holds: tuple[str, list[Card]]
) -> float:
    """What helps pushes from where one begins to read, what holds back the other way, by strength."""
    middle = WIDTH / 2
    top = board.words(0, 0, board.lines(subject, WIDTH, bold=True), bold=True) + PAD
    feet = []
    for side, (name, cards) in ((-1, helps), (1, holds)):
        y = board.words(0 if side < 0 else middle + _GAP, top, [name], bold=True) + 4
        for card in cards:
            y = _draw_force(board, card, side=side, y=y)
        board.told.append(f"{name}: " + ", ".join(f"{card.item.text} {card.item.number}" for card in cards))
        feet.append(y)
    foot = max(feet) + PAD
    board.canvas.path("target", f"M{num(middle)} {num(top)}V{num(foot)}")
    return foot + 4


def _draw_force(board: Board, card: Card, *, side: int, y: float) -> float:
    """Its words over an arrow towards the middle; returns the height below it."""
    middle, longest = WIDTH / 2, WIDTH / 2 - _GAP - 8
    length = longest * (card.item.number or 1) / _STRONGEST
    lines = board.lines(f"{card.item.text} ({card.item.number or 1})", longest)
    y = board.words(0 if side < 0 else middle + _GAP, y, lines)
    tip, back, end = (board.across(middle + side * far) for far in (6, 18, 6 + length))
    arrow = (
        f"M{num(tip)} {num(y + 9)}L{num(back)} {num(y + 1)}V{num(y + 5)}H{num(end)}V{num(y + 13)}"
        f"H{num(back)}V{num(y + 17)}z"
    )
    board.canvas.path("flag" if side < 0 else "band", arrow)
    board.canvas.path("axis", arrow)
    return y + 24
