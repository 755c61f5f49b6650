"""Names beside the marks they belong to: where they fit without lying on another name or mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellrun_spc.draw.canvas import Anchor, Canvas
from wellrun_spc.draw.layout import Box
from wellrun_spc.draw.lettering import shorten
from wellrun_spc.draw.svg import num

_GAP, _REACH = 8.0, 5.0
"""From the middle of a mark to its name; and half the room that a mark takes."""
_HALF = 7.0
"""Half the height of a name."""
_LONGEST = 150.0
_RINGS = ((0.0, 14.0), (26.0,), (40.0,), (54.0,))
"""How far above or below its mark a name may stand, nearest first; from the second ring on with a line."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mark with a name."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a name may stand."""

    box: Box
    x: float
    anchor: Anchor
    led: bool

    @property
    def middle(self) -> float:
        return (self.box.top + self.box.bottom) / 2


def draw_names(
    canvas: Canvas, wanted: Sequence[Named], marks: Sequence[tuple[float, float]], *, within: Box, most: int
) -> list[Named]:
    """Write as many names as have room, first come first served; returns those left without.

    ``marks`` are the middles of all marks, which names keep clear of.
    """
    taken = [_around(x, y) for x, y in marks]
    left_out, drawn = [], 0
    for one in wanted:
        words = shorten(one.name, _LONGEST, canvas.size("t-strong"), bold=True)
        place = _free(one, canvas.width(words, "t-strong"), taken, within) if drawn < most else None
        if place is None:
            left_out.append(one)
            continue
        taken.append(place.box)
        drawn += 1
        if place.led:
            _lead(canvas, one, place)
        canvas.text("t-strong", place.x, place.middle + 4.4, words, anchor=place.anchor, halo=True)
    return left_out


def _around(x: float, y: float) -> Box:
    return Box(x - _REACH, y - _REACH, x + _REACH, y + _REACH)


def _lead(canvas: Canvas, one: Named, place: _Place) -> None:
    """A thin line from the mark to the near edge of its name."""
    up = place.middle < one.y
    x = min(max(one.x, place.box.left + 4), place.box.right - 4)
    start = one.y + (-_REACH if up else _REACH)
    end = place.box.bottom - 1 if up else place.box.top + 1
    canvas.path("dim", f"M{num(one.x)} {num(start)}L{num(x)} {num(end)}")


def _free(one: Named, width: float, taken: Sequence[Box], within: Box) -> _Place | None:
    """The first place near a mark in which a name fits."""
    own = _around(one.x, one.y)
    others = [box for box in taken if box != own]
    for place in _places(one, width):
        box = place.box
        across = box.left >= within.left and box.right <= within.right
        upright = box.top >= within.top and box.bottom <= within.bottom
        if across and upright and not any(box.meets(other) for other in others):
            return place
    return None


def _places(one: Named, width: float) -> Iterator[_Place]:
    """Beside a mark, above and below it, at its corners; then further off."""
    for ring in _RINGS:
        for drop in ring:
            for down in (-drop, drop) if drop else (0.0,):
                top, bottom, led = one.y + down - _HALF, one.y + down + _HALF, drop > _HALF * 2
                if down:
                    yield _Place(Box(one.x - width / 2, top, one.x + width / 2, bottom), one.x, "middle", led)
                start, end = one.x + _GAP, one.x - _GAP
                yield _Place(Box(start, top, start + width, bottom), start, "start", led)
                yield _Place(Box(end - width, top, end, bottom), end, "end", led)
