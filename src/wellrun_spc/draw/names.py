"""Names beside the marks they belong to: where they fit without lying on another name or mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellrun_spc.draw.canvas import Anchor, Canvas
from wellrun_spc.draw.layout import Box
from wellrun_spc.draw.lettering import shorten

_GAP = 8.0
"""From the middle of a mark to its name."""
_HEIGHT = 14.0
_LONGEST = 150.0


@dataclass(frozen=True, slots=True)
class Named:
    """A mark with a name."""

    x: float
    y: float
    name: str


def draw_names(
    canvas: Canvas, wanted: Sequence[Named], marks: Sequence[tuple[float, float]], *, within: Box, most: int
) -> list[Named]:
    """Write as many names as have room, first come first served; returns those left without.

    ``marks`` are the middles of all marks, which names keep clear of.
    """
    taken = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in marks]
    left_out = []
    drawn = 0
    for one in wanted:
        words = shorten(one.name, _LONGEST, canvas.size("t-strong"), bold=True)
        own = Box(one.x - 4, one.y - 4, one.x + 4, one.y + 4)
        place = _free(one, canvas.width(words, "t-strong"), [box for box in taken if box != own], within)
        if place is None or drawn == most:
            left_out.append(one)
            continue
        box, x, y, anchor = place
        taken.append(box)
        drawn += 1
        canvas.text("t-strong", x, y, words, anchor=anchor, halo=True)
    return left_out


def _free(
    one: Named, width: float, taken: Sequence[Box], within: Box
) -> tuple[Box, float, float, Anchor] | None:
    """The first place beside a mark in which a name fits."""
    for box, x, y, anchor in _places(one, width):
        fits = (
            box.left >= within.left
            and box.right <= within.right
            and box.top >= within.top
            and box.bottom <= within.bottom
        )
        if fits and not any(box.meets(other) for other in taken):
            return box, x, y, anchor
    return None


def _places(one: Named, width: float) -> Iterator[tuple[Box, float, float, Anchor]]:
    """Right, left, above and below a mark, then the corners."""
    half = _HEIGHT / 2
    for down in (0.0, -_HEIGHT, _HEIGHT):
        middle = one.y + down
        top, bottom = middle - half, middle + half
        if down:
            yield Box(one.x - width / 2, top, one.x + width / 2, bottom), one.x, middle + 4.4, "middle"
        yield Box(one.x + _GAP, top, one.x + _GAP + width, bottom), one.x + _GAP, middle + 4.4, "start"
        yield Box(one.x - _GAP - width, top, one.x - _GAP, bottom), one.x - _GAP, middle + 4.4, "end"
