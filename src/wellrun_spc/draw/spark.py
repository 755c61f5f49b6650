"""A trend in a list or a card: line, usual range, average, target and the points that matter."""

from __future__ import annotations

from wellrun_spc.draw.along import along
from wellrun_spc.draw.axes import NumberAxis
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.document import Drawing
from wellrun_spc.draw.form import Form
from wellrun_spc.draw.lines import CENTRE, corners, draw_bands, draw_target, pieces
from wellrun_spc.draw.marks import draw_group, draw_line, shape
from wellrun_spc.draw.palette import Theme
from wellrun_spc.draw.plot import Plot, axis_of, heights
from wellrun_spc.draw.svg import escape, num, steps
from wellrun_spc.draw.view import Tone, View, tones, view_of
from wellrun_spc.draw.words import plain_words, sayer

SPARK = Form(
    name="spark", width=320, plot_height=62, text=12.5, strong=13, flag_text=11.5,
    radius=3.3, inset=3, steps=2, notes=0, margin=0,
)  # fmt: skip
_HEIGHT, _TOP = 76, 7
_MOST_POINTS = 60
"""Only the latest are shown: more would be a smear, and lists carry many of these."""
_LESS = 0.62
"""Size of marks before the last one, beside the full size."""


def spark_drawing(view: View, *, title: str, theme: Theme, width: float | None) -> Drawing:
    """A view as a small drawing, 320 x 76, with its reading as the spoken label."""
    if len(view.points) > _MOST_POINTS:
        view = view_of(view.result, _MOST_POINTS)
    canvas = Canvas(theme, SPARK)
    plot = _plot(view, width or SPARK.width)
    draw_bands(canvas, plot)
    for stretch in view.stretches:
        canvas.path("mean", steps(corners(piece for _, piece in pieces(plot, stretch, CENTRE))))
    draw_target(canvas, plot)
    draw_line(canvas, plot, role="spark-line")
    _draw_points(canvas, plot)
    label = ". ".join(part for part in (title.strip().rstrip("."), _reading(view)) if part)
    return Drawing(
        theme=theme,
        css="spark",
        width=plot.width,
        height=_HEIGHT,
        down=_TOP,
        names=f' role="img" aria-label="{escape(label)}"',
        told="",
        parts="\n".join(canvas.parts),
    )


def _reading(view: View) -> str:
    return plain_words(view.result) if view.points else "There are no numbers yet."


def _plot(view: View, width: float) -> Plot:
    """The same ground as a chart's, filling the drawing: the axis ends where the data do."""
    nice = axis_of(view, SPARK)
    seen = [v for p in view.points for v in (p.value, p.lcl, p.ucl, p.centre, p.target) if v is not None]
    low, high = min(seen, default=0.0), max(seen, default=0.0)
    axis = NumberAxis(low if nice.low else 0.0, high, ()) if low < high and nice.low < high else nice
    xs = [point.x for point in view.points]
    scale = along(xs, 4, width - 8)
    return Plot(
        view=view,
        form=SPARK,
        say=sayer(view.result, view.points),
        axis=axis,
        along=scale,
        left=1,
        right=width - 3,
        width=width,
        xs=scale.places(xs),
        ys=heights(view, axis, SPARK.plot_height),
    )


def _draw_points(canvas: Canvas, plot: Plot) -> None:
    """The points that a rule fired on, and the latest one whatever it is."""
    found = tones(plot.view)
    known = [i for i, point in enumerate(plot.view.points) if plot.ys[i] is not None and not point.excluded]
    latest = known[-1] if known else -1
    groups: dict[Tone, list[str]] = {}
    for index, (tone, side, _) in found.items():
        y = plot.ys[index]
        if y is not None:
            share = 1.0 if index == latest else _LESS
            groups.setdefault(tone, []).append(shape(tone, side, plot.xs[index], y, share))
    for tone, marks in groups.items():
        draw_group(canvas, tone, marks)
    y = plot.ys[latest] if known else None
    if y is not None and latest not in found:
        place = f'cx="{num(plot.xs[latest])}" cy="{num(y)}"'
        canvas.add(f'<circle{canvas.theme.pens["usual"]} {place} r="{num(SPARK.radius)}"/>')
