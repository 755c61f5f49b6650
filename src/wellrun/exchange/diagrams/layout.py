"""Where each box of a driver diagram stands: columns from the aim to what is tried, nothing overlapping."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wellrun.exchange.diagrams.values import AIM, Diagram, Item
from wellrun_spc.draw.lettering import wrap

WIDTH, GUTTER, GAP = 232.0, 44.0, 10.0
"""Of a column, between columns, and between boxes of one column."""
PADDING, LEAD, SMALL_LEAD = 10.0, 17.0, 15.0
TEXT, SMALL = 13.0, 11.5
MOST_LINES = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An item in its place, its words in lines."""

    item: Item
    x: float
    y: float
    height: float
    lines: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All boxes, and the room they take."""

    boxes: dict[int, Box]
    width: float
    height: float


def lay_out(diagram: Diagram) -> Layout:
    """A box stands where it first serves something, beside the middle of what serves it."""
    placing = _Placing(diagram)
    height = placing.place(AIM, 0.0)
    columns = max(item.column for item in diagram.items) + 1
    width = columns * WIDTH + (columns - 1) * GUTTER
    found = {item.id: placing.boxes[item.id] for item in diagram.items if item.id in placing.boxes}
    if diagram.is_mirrored:
        found = {number: replace(box, x=width - box.x - WIDTH) for number, box in found.items()}
    return Layout(boxes=found, width=width, height=height)


class _Placing:
    """The work of one layout: each box is written in lines once, and placed once."""

    def __init__(self, diagram: Diagram) -> None:
        self.items = {item.id: item for item in diagram.items}
        self.children: dict[int, list[int]] = {item.id: [] for item in diagram.items}
        met: set[int] = set()
        self._adopt(diagram, AIM, met)
        self.boxes: dict[int, Box] = {}

    def _adopt(self, diagram: Diagram, parent: int, met: set[int]) -> None:
        """Give each box to the first parent that meets it."""
        met.add(parent)
        for child in diagram.below(parent):
            if child not in met:
                self.children[parent].append(child)
                self._adopt(diagram, child, met)

    def place(self, number: int, top: float) -> float:
        """Place a box with all that stands below it, from ``top`` down; returns the room they take."""
        box = self._box(self.items[number])
        room = self._place_below(number, top)
        if room < box.height:
            self._lower(number, (box.height - room) / 2)
        whole = max(room, box.height)
        self.boxes[number] = _at(box, top + (whole - box.height) / 2)
        return whole

    def _place_below(self, number: int, top: float) -> float:
        at = top
        for child in self.children[number]:
            at += self.place(child, at) + GAP
        return max(at - top - GAP, 0.0)

    def _lower(self, number: int, by: float) -> None:
        for child in self.children[number]:
            self.boxes[child] = _at(self.boxes[child], self.boxes[child].y + by)
            self._lower(child, by)

    def _box(self, item: Item) -> Box:
        room = WIDTH - 2 * PADDING
        is_bold = item.column <= 1
        lines = tuple(wrap(item.text, room, TEXT, lines=MOST_LINES, bold=is_bold)) or ("",)
        notes = tuple(line for note in item.notes for line in wrap(note, room - 18, SMALL, lines=3))
        height = 2 * PADDING + len(lines) * LEAD + len(notes) * SMALL_LEAD
        return Box(
            item=item, x=item.column * (WIDTH + GUTTER), y=0.0, height=height, lines=lines, notes=notes
        )


def _at(box: Box, y: float) -> Box:
    return Box(item=box.item, x=box.x, y=y, height=box.height, lines=box.lines, notes=box.notes)
