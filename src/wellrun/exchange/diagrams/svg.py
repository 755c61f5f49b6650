"""A driver diagram as SVG that looks right in whatever program opens it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wellrun.exchange.diagrams.layout import (
    GUTTER,
    LEAD,
    PADDING,
    SMALL,
    SMALL_LEAD,
    TEXT,
    WIDTH,
    Box,
    Layout,
    lay_out,
)
from wellrun.exchange.diagrams.signs import SIZE, sign
from wellrun.exchange.diagrams.values import AIM, Diagram
from wellrun_spc.draw.direction import in_order, is_right_to_left
from wellrun_spc.draw.lettering import wrap
from wellrun_spc.draw.palette import FONT, THEMES
from wellrun_spc.draw.svg import escape, num, steps

MARGIN = 24.0
TITLE, CAPTION, HEAD = 20.0, 12.5, 13.0
PINE_LINE = "#6b998c"
_DASHED = ' stroke-dasharray="5 4"'


def diagram_svg(diagram: Diagram) -> str:
    """The whole diagram on one sheet, as large as it has to be."""
    colours, layout = THEMES["light"].colours, lay_out(diagram)
    top, heading = _heading(diagram, layout, colours)
    width, height = layout.width + 2 * MARGIN, top + layout.height + MARGIN
    body = [*heading, *_lines(diagram, layout, top), *_boxes(layout, top, colours)]
    size = f"{num(width)} {num(height)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{num(width)}"'
        f' height="{num(height)}" role="img" font-family="{FONT}"><title>{escape(diagram.title)}</title>'
        f'<rect width="{num(width)}" height="{num(height)}" fill="{colours["sheet"]}"/>{"".join(body)}</svg>'
    )


@dataclass(frozen=True, slots=True)
class Room:
    """Where a line of words stands: from its left where it is read so, otherwise up to its right."""

    x: float
    width: float
    ends_right: bool = False
    """Words stand at the right whichever way they are read: names of what stands below them there."""

    @property
    def right(self) -> float:
        return self.x + self.width

    def without(self, sign: float) -> Room:
        """The room beside a sign, on either side."""
        return Room(self.x + sign, self.width - 2 * sign)


def _heading(diagram: Diagram, layout: Layout, colours: Mapping[str, str]) -> tuple[float, list[str]]:
    """Title, caption and the names of the columns, and where the diagram may begin."""
    y, out, whole = MARGIN, [], Room(MARGIN, layout.width, ends_right=diagram.is_mirrored)
    for line in wrap(diagram.title, layout.width, TITLE, lines=3, bold=True):
        y += TITLE
        out.append(_text(line, whole, y, TITLE, colours["ink"], like=diagram.title, bold=True))
        y += 6
    for line in wrap(diagram.caption, layout.width, CAPTION, lines=2):
        y += CAPTION + 3
        out.append(_text(line, whole, y, CAPTION, colours["ink-2"], like=diagram.caption))
    y += 30
    for number, head in enumerate(diagram.heads):
        if number * WIDTH < layout.width:
            along = number * (WIDTH + GUTTER)
            x = layout.width - along - WIDTH if diagram.is_mirrored else along
            room = Room(MARGIN + x, WIDTH, ends_right=diagram.is_mirrored)
            out.append(_text(head, room, y, HEAD, colours["ink-2"]))
    return y + 12, out


def _lines(diagram: Diagram, layout: Layout, top: float) -> Iterator[str]:
    """From each parent to what serves it. The second line of a part is dashed, so that it can be followed."""
    met: set[int] = set()
    for parent, child in diagram.lines:
        above, below = layout.boxes.get(parent), layout.boxes.get(child)
        if above is None or below is None:
            continue
        onward = -1 if diagram.is_mirrored else 1
        start = MARGIN + above.x + (0 if diagram.is_mirrored else WIDTH)
        end = MARGIN + below.x + (WIDTH if diagram.is_mirrored else 0)
        bend = end - onward * (GUTTER / 2 - (6 if child in met else 0))
        pairs = [(start, top + above.middle), (bend, top + above.middle), (bend, top + below.middle)]
        dashes = _DASHED if child in met else ""
        drawn = steps([*pairs, (end, top + below.middle)])
        yield f'<path d="{drawn}" fill="none" stroke="{PINE_LINE}" stroke-width="1.5"{dashes}/>'
        met.add(child)


def _boxes(layout: Layout, top: float, colours: Mapping[str, str]) -> Iterator[str]:
    for box in layout.boxes.values():
        x, y = MARGIN + box.x, top + box.y
        fill = colours["pine"] if box.item.id == AIM else colours["sheet"]
        edge = {0: colours["pine"], 1: colours["ink-2"]}.get(box.item.column, colours["rule-2"])
        yield (
            f'<rect x="{num(x)}" y="{num(y)}" width="{num(WIDTH)}" height="{num(box.height)}" rx="3"'
            f' fill="{fill}" stroke="{edge}"/>'
        )
        yield from _words(box, Room(x + PADDING, WIDTH - 2 * PADDING), y + PADDING, colours)


def _words(box: Box, room: Room, y: float, colours: Mapping[str, str]) -> Iterator[str]:
    ink = colours["on-pine"] if box.item.id == AIM else colours["ink"]
    for line in box.lines:
        yield _text(line, room, y + TEXT, TEXT, ink, like=box.item.text, bold=box.item.column <= 1)
        y += LEAD
    for number, note in enumerate(box.notes):
        has_sign = number == 0 and box.item.sign
        if has_sign:
            x = room.right - SIZE if is_right_to_left(note) else room.x
            yield sign(box.item.sign, x, y + 1, colours)
        beside = room.without(SIZE + 4) if has_sign else room
        yield _text(note, beside, y + SMALL + 1, SMALL, colours["ink-2"])
        y += SMALL_LEAD


def _text(
    words: str, room: Room, y: float, size: float, colour: str, *, like: str = "", bold: bool = False
) -> str:
    """One line. ``like`` is the whole text that it is a part of, whose direction it has."""
    at_right = room.ends_right or is_right_to_left(like or words)
    anchor = ' text-anchor="end"' if at_right else ""
    weight = ' font-weight="600"' if bold else ""
    x = room.right if at_right else room.x
    at = f'x="{num(x)}" y="{num(y)}" font-size="{num(size)}" fill="{colour}"'
    return f"<text {at}{anchor}{weight}>{escape(in_order(words, like=like))}</text>"
