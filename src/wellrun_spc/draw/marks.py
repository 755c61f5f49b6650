"""Points and the line that joins them. Shape and colour say together what a point is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.plot import Plot
from wellrun_spc.draw.svg import escape, num, points
from wellrun_spc.draw.view import Tone
from wellrun_spc.draw.words import point_words
from wellrun_spc.results import Side, Signal

_DIAMOND, _SQUARE, _TRIANGLE = 5.4, 3.9, 5.4
"""Half widths beside a usual point of radius 3.3."""
_SQUARE_PEN = 2.5
_USUAL = 3.3
_SMALLEST = 0.6
"""Marks of signals shrink to this share and no further."""
_LINE_ONLY = 2.6
"""With less room than this from point to point, only the line and marked points are drawn."""
_MANY = 80
"""With more points than this in sight, only marked points tell something when pointed at."""

Found = tuple[Tone, Side, list[Signal]]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the marks are in one drawing."""

    usual: float | None
    """Radius of a usual point; None where only the line is drawn."""
    share: float
    """Of the full size, for the marks of signals."""


def sizes(plot: Plot) -> Sizes:
    """Marks as large as the room between points allows."""
    full, room = plot.form.radius, plot.spacing
    radius = min(full, max(1.2, room * 0.45))
    share = max(_SMALLEST, radius / _USUAL)
    return Sizes(usual=None if room < _LINE_ONLY else radius, share=share)


def draw_line(canvas: Canvas, plot: Plot, *, role: str = "line") -> None:
    """The data line, in as many pieces as gaps make."""
    for piece in plot.view.on_line():
        through = [(plot.xs[index], y) for index in piece if (y := plot.ys[index]) is not None]
        if len(through) > 1:
            canvas.add(f'<polyline{canvas.theme.pens[role]} points="{points(thinned(through))}"/>')


def thinned(through: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """The same line with only its first, lowest, highest and last point in each unit of width."""
    span = through[-1][0] - through[0][0]
    if len(through) <= span * 2:
        return through
    columns: dict[int, list[tuple[float, float]]] = {}
    for place in through:
        columns.setdefault(int(place[0]), []).append(place)
    kept: list[tuple[float, float]] = []
    for column in columns.values():
        extremes = {column[0], column[-1], min(column, key=lambda p: p[1]), max(column, key=lambda p: p[1])}
        kept += [place for place in column if place in extremes]
    return kept


def draw_points(canvas: Canvas, plot: Plot, found: Mapping[int, Found]) -> None:
    """Usual points first, then those left out, then those that a rule fired on, so that these lie on top."""
    size = sizes(plot)
    radius = size.usual or 1.5
    view = plot.view
    alone = {piece[0] for piece in view.on_line() if len(piece) == 1}
    usual: list[str] = []
    out: list[str] = []
    for index, point in enumerate(view.points):
        y = plot.ys[index]
        if y is None or index in found:
            continue
        if point.excluded:
            out.append(_circle(plot, index, y, max(radius, 2.0)))
        elif size.usual is not None or index in alone:
            usual.append(_circle(plot, index, y, radius))
    for role, circles in (("usual", usual), ("out", out)):
        if circles:
            canvas.open(role)
            canvas.parts += circles
            canvas.close()
    _draw_found(canvas, plot, found, size.share)


def _draw_found(canvas: Canvas, plot: Plot, found: Mapping[int, Found], share: float) -> None:
    """The points that a rule fired on; a great many of them tell nothing more when pointed at."""
    groups: dict[Tone, list[str]] = {}
    for index, (tone, side, signals) in found.items():
        y = plot.ys[index]
        if y is not None:
            data = shape(tone, side, plot.xs[index], y, share)
            title = _title(plot, index, signals) if len(found) <= _MANY else ""
            groups.setdefault(tone, []).append(f'<path d="{data}">{title}</path>' if title else data)
    for tone, marks in groups.items():
        draw_group(canvas, tone, marks)


def draw_group(canvas: Canvas, tone: Tone, marks: Sequence[str]) -> None:
    """Marks of one meaning: elements share their pen, and bare outlines make one path."""
    if marks[0].startswith("M"):
        canvas.path(tone, "".join(marks))
        return
    canvas.open(tone)
    canvas.parts += marks
    canvas.close()


def draw_hidden(canvas: Canvas, plot: Plot) -> bool:
    """A star on the axis for each number that is kept back; says whether there is one."""
    hidden = [
        index for index, point in enumerate(plot.view.points) if point.suppressed and point.value is None
    ]
    if not hidden:
        return False
    canvas.open("t-num", f' font-size="{num(canvas.size("t-num"))}" text-anchor="middle"')
    for index in hidden:
        x = num(plot.xs[index])
        canvas.add(f'<text x="{x}" y="{num(plot.height - 1)}">*{_title(plot, index, ())}</text>')
    canvas.close()
    return True


def _circle(plot: Plot, index: int, y: float, radius: float) -> str:
    title = _title(plot, index, ()) if len(plot.xs) <= _MANY or plot.view.points[index].excluded else ""
    start = f'<circle cx="{num(plot.xs[index])}" cy="{num(y)}" r="{num(radius)}"'
    return f"{start}>{title}</circle>" if title else f"{start}/>"


def _title(plot: Plot, index: int, signals: Sequence[Signal]) -> str:
    words = point_words(plot.view.points[index], plot.view.result, plot.say, signals)
    return f"<title>{escape(words)}</title>"


def shape(tone: Tone, side: Side, x: float, y: float, share: float) -> str:
    """Diamond for good news, open square for bad, triangle (tip on the signal's side) for neither."""
    if tone == "bad":
        half = (_SQUARE + _SQUARE_PEN / 2) * share - _SQUARE_PEN / 2
        side_length = num(half * 2)
        return f"M{num(x - half)} {num(y - half)}h{side_length}v{side_length}h-{side_length}z"
    if tone == "good":
        half = _DIAMOND * share
        step = num(half)
        return f"M{num(x)} {num(y - half)}l{step} {step}-{step} {step}-{step}-{step}z"
    half = _TRIANGLE * share
    up = -1 if side == "high" else 1
    return (
        f"M{num(x)} {num(y + up * half * 1.1)}L{num(x + half)} {num(y - up * half * 0.85)}H{num(x - half)}z"
    )
