"""A fishbone: the problem at the head, a bone for each group, causes beside their bone."""

from __future__ import annotations

from dataclasses import dataclass

from wellrun.projects.queries.tools import Card
from wellrun.web.tools.drawings.board import LINE, WIDTH, Board
from wellrun.web.tools.words import flat
from wellrun_spc.draw.svg import num

_HEAD = 170.0
_SLANT = 36.0
"""How far a bone leans towards the head."""
_APART = 7.0
"""Between two causes, so that a long one does not run into the next."""


def draw_bones(board: Board, subject: str, groups: dict[str, list[Card]]) -> float:
    """Groups stand above and below the spine in turn; returns how far down the drawing reaches."""
    names = list(groups)
    above, below = names[0::2], names[1::2]
    width = (WIDTH - _HEAD - 20) / max(len(above), 1)
    upper, lower = (
        max((_reach(board, groups[name], width) for name in half), default=0) for half in (above, below)
    )
    spine = upper + LINE + 8
    for side, half, reach in ((-1, above, upper), (1, below, lower)):
        for column, name in enumerate(half):
            bone = _Bone(x=column * width, width=width, spine=spine, end=spine + side * reach)
            _draw_bone(board, name, groups[name], bone)
    lines = board.lines(subject, _HEAD - 16, bold=True)
    tall = max(60.0, len(lines) * LINE + 16)
    board.arrow([(0, spine), (WIDTH - _HEAD, spine)])
    board.box(WIDTH - _HEAD, spine - tall / 2, _HEAD, tall)
    board.words(WIDTH - _HEAD + 8, spine - len(lines) * LINE / 2, lines, bold=True)
    return max(spine + lower + LINE + 8, spine + tall / 2 + 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bone:
    """From its end, where its name is, to the spine."""

    x: float
    width: float
    spine: float
    end: float

    def beside(self, y: float) -> float:
        """Where words at this height begin."""
        return self.x + 16 + _SLANT * (1 - abs(y - self.spine) / abs(self.end - self.spine))


def _rows(board: Board, cards: list[Card], width: float, depth: int = 0) -> list[tuple[float, float, str]]:
    """Each line with how far it is set in and set off; what stands below a cause follows it."""
    rows: list[tuple[float, float, str]] = []
    for card in cards:
        sign = "– " if depth else ""
        lines = board.lines(sign + card.item.text, width - _SLANT - 24 - depth * 12)
        off = _APART if rows and not depth else 0.0
        rows += [(depth * 12.0, 0.0 if number else off, line) for number, line in enumerate(lines)]
        rows += _rows(board, list(card.below), width, depth + 1)
    return rows


def _reach(board: Board, cards: list[Card], width: float) -> float:
    """How far a bone reaches from the spine, with room for all that stands beside it."""
    rows = _rows(board, cards, width)
    return max(4, len(rows) + 1) * LINE + sum(off for _indent, off, _line in rows)


def _draw_bone(board: Board, name: str, cards: list[Card], bone: _Bone) -> None:
    rows = _rows(board, cards, bone.width)
    foot = bone.x + _SLANT + 8
    start, end = num(board.across(foot)), num(board.across(bone.x + 8))
    board.canvas.path("mean", f"M{start} {num(bone.spine)}L{end} {num(bone.end)}")
    board.told.append(f"{name}: {', '.join(item.text for item in flat(cards))}")
    is_above = bone.end < bone.spine
    title = board.lines(name, bone.width - 16, bold=True)[:1]
    board.words(bone.x, bone.end - LINE - 4 if is_above else bone.end, title, bold=True)
    top = bone.end + 4 if is_above else bone.spine + 8
    for indent, off, line in rows:
        top += off
        board.words(bone.beside(top + LINE / 2) + indent, top, [line])
        top += LINE
