"""What stands over funnels, Pareto and cumulative charts, and what is told to people who hear them."""

from __future__ import annotations

from dataclasses import dataclass

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.document import Drawing
from wellrun_spc.draw.lettering import wrap
from wellrun_spc.draw.svg import escape

_LINE = 16.0
_ROOM = 18.0
"""Between the last line of words and the panel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words around a chart."""

    title: str
    plain: str
    """The reading in plain words."""
    description: str
    """The numbers, for people who hear the chart."""
    y_label: str
    id: str
    heading: bool
    """Whether the title and the reading are drawn over the chart."""


def draw_heading(canvas: Canvas, words: Words, width: float) -> float:
    """Title, reading and what is measured, each on its lines; returns the height of the panel below them."""
    room, form = width - 4, canvas.form
    lines: list[tuple[str, str]] = []
    if words.heading:
        lines += [("t-strong", line) for line in wrap(words.title, room, form.strong, lines=2)]
        lines += [("t-dim", line) for line in wrap(words.plain, room, form.text, lines=4)]
        lines.append(("t-dim", ""))
    lines += [("t-dim", line) for line in wrap(words.y_label, room, form.text, lines=2)]
    for number, (role, line) in enumerate(lines, 1):
        if line:
            canvas.text(role, 2, number * _LINE - 2, line)
    return len(lines) * _LINE + (_ROOM if lines else _LINE)


def finished(canvas: Canvas, words: Words, *, width: float, height: float) -> Drawing:
    """The drawing with its name and description."""
    key = escape(f"{words.id}-{canvas.form.name}")
    story = ". ".join(part for part in (words.title.strip().rstrip("."), words.plain) if part)
    return Drawing(
        theme=canvas.theme,
        css=f"plot plot--{canvas.form.name}",
        width=width,
        height=round(height),
        down=0,
        names=f' role="img" aria-labelledby="{key}-t" aria-describedby="{key}-d"',
        told=f'<title id="{key}-t">{escape(story)}</title>'
        f'<desc id="{key}-d">{escape(words.description)}</desc>',
        parts="\n".join(canvas.parts),
    )
