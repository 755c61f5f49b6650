"""A driver diagram as SVG that looks right in whatever program opens it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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


def _heading(diagram: Diagram, layout: Layout, colours: Mapping[str, str]) -> tuple[float, list[str]]:
    """Title, caption and the names of the columns, and where the diagram may begin."""
    y, out = MARGIN, []
    for line in wrap(diagram.title, layout.width, TITLE, lines=3, bold=True):
        y += TITLE
        out.append(_text(line, MARGIN, y, TITLE, colours["ink"], bold=True))
        y += 6
    for line in wrap(diagram.caption, layout.width, CAPTION, lines=2):
        y += CAPTION + 3
        out.append(_text(line, MARGIN, y, CAPTION, colours["ink-2"]))
    y += 30
    for number, head in enumerate(diagram.heads):
        if number * WIDTH < layout.width:
            x = MARGIN + number * (WIDTH + GUTTER)
            out.append(_text(head, x, y, HEAD, colours["ink-2"]))
    return y + 12, out


def _lines(diagram: Diagram, layout: Layout, top: float) -> Iterator[str]:
    """From each parent to what serves it. The second line of a part is dashed, so that it can be followed."""
    met: set[int] = set()
    for parent, child in diagram.lines:
        above, below = layout.boxes.get(parent), layout.boxes.get(child)
        if above is None or below is None:
            continue
        right = MARGIN + above.x + WIDTH
        left = MARGIN + below.x
        bend = left - GUTTER / 2 + (6 if child in met else 0)
        pairs = [(right, top + above.middle), (bend, top + above.middle), (bend, top + below.middle)]
        dashes = _DASHED if child in met else ""
        drawn = steps([*pairs, (left, top + below.middle)])
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
        yield from _words(box, x + PADDING, y + PADDING, colours)


def _words(box: Box, x: float, y: float, colours: Mapping[str, str]) -> Iterator[str]:
    ink = colours["on-pine"] if box.item.id == AIM else colours["ink"]
    for line in box.lines:
        yield _text(line, x, y + TEXT, TEXT, ink, bold=box.item.column <= 1)
        y += LEAD
    for number, note in enumerate(box.notes):
        has_sign = number == 0 and box.item.sign
        if has_sign:
            yield sign(box.item.sign, x, y + 1, colours)
        yield _text(note, x + (SIZE + 4 if has_sign else 0), y + SMALL + 1, SMALL, colours["ink-2"])
        y += SMALL_LEAD


def _text(words: str, x: float, y: float, size: float, colour: str, *, bold: bool = False) -> str:
    weight = ' font-weight="600"' if bold else ""
    at = f'x="{num(x)}" y="{num(y)}" font-size="{num(size)}" fill="{colour}"'
    return f"<text {at}{weight}>{escape(words)}</text>"
