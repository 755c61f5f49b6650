"""A drawing put together from its parts, from the quiet ones at the back to the words on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wellrun_spc.draw.axes import NumberAxis
from wellrun_spc.draw.behind import Behind, behind_label, draw_behind
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.document import Drawing
from wellrun_spc.draw.ends import draw_ends, end_labels
from wellrun_spc.draw.flags import ROW, Annotation, Flag, draw_flags, draw_poles, place_flags, rows_of
from wellrun_spc.draw.form import FORMS, FormName
from wellrun_spc.draw.ground import draw_axes
from wellrun_spc.draw.layout import Ground, Outline
from wellrun_spc.draw.lettering import packed, wrap
from wellrun_spc.draw.lines import CENTRE, LCL, MIDDLE, UCL, draw_bands, draw_limits, draw_target, pieces
from wellrun_spc.draw.marks import draw_hidden, draw_line, draw_points, sizes
from wellrun_spc.draw.notes import LANE, Note, draw_notes, outline_of, place_notes, worth_noting
from wellrun_spc.draw.palette import THEMES, ThemeName
from wellrun_spc.draw.phases import (
    Dimension,
    dimensions,
    draw_breaks,
    draw_dimensions,
    draw_freezes,
    draw_trials,
    frozen,
    height_of,
)
from wellrun_spc.draw.plot import EndLabel, Plot, axis_of, plot_of
from wellrun_spc.draw.spark import spark_drawing
from wellrun_spc.draw.story import titled
from wellrun_spc.draw.view import tones, view_of
from wellrun_spc.draw.words import FOOTNOTES, NOTHING_YET, method_words, plain_words, sayer
from wellrun_spc.results import Result

_LINE = 16.0
_HEAD = 10.0
"""Room over the plot for half a label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a chart is to be drawn; each field is explained at `chart_svg`."""

    form: FormName = "wide"
    title: str = ""
    y_label: str = ""
    annotations: Sequence[Annotation] = ()
    last: int | None = None
    id: str = "chart"
    theme: ThemeName = "page"
    width: float | None = None
    heading: bool = False
    axis: NumberAxis | None = None
    """The number axis, where several charts share one."""
    behind: Behind | None = None
    """Another chart whose line is drawn behind, dotted."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words over the chart."""

    role: str
    words: str


@dataclass(frozen=True, slots=True)
class _Head:
    """Heights of what stands over the plot, all negative: measured up from its top."""

    flags: float
    """Top of the first row of flags."""
    freeze: float
    dimension: float
    title: float
    """Baseline of the first line of what is measured."""
    top: float


def drawing_of(result: Result, look: Look) -> Drawing:
    """A result as a drawing."""
    theme = THEMES[look.theme]
    view = view_of(result, look.last)
    if look.form == "spark":
        return spark_drawing(view, title=look.title, theme=theme, width=look.width)
    form = FORMS[look.form]
    canvas = Canvas(theme, form)
    say = sayer(result, view.points)
    labels = [*end_labels(view, say, short=form.narrow), *behind_label(look.behind, view)]
    axis = look.axis or axis_of(view, form)
    plot = plot_of(view, canvas, width=look.width or form.width, say=say, labels=labels, axis=axis)
    flags = place_flags(plot, canvas, look.annotations)
    lines = _heading(canvas, plot, look.title) if look.heading else []
    lines += [Line("t-dim", line) for line in wrap(look.y_label, plot.width - 4, form.text, lines=2)]
    head, foot = _draw(canvas, plot, labels, flags, lines, look.behind)
    names, told = titled(view, say, look.title, look.annotations, f"{look.id}-{look.form}")
    return Drawing(
        theme=theme,
        css=f"plot plot--{form.name}",
        width=plot.width,
        height=round(foot - head.top),
        down=-head.top,
        names=names,
        told=told,
        parts="\n".join(canvas.parts),
    )


def _heading(canvas: Canvas, plot: Plot, title: str) -> list[Line]:
    """What a picture needs to be understood alone: its title, its reading in plain words, and the method."""
    room, form = plot.width - 4, canvas.form
    result = plot.view.result
    plain = plain_words(result) if plot.view.points else ""
    method = f"{method_words(result)}."
    return [
        *(Line("t-strong", line) for line in wrap(title, room, form.strong, lines=2, bold=True)),
        *(Line("t-dim", line) for line in wrap(plain, room, form.text, lines=4)),
        *(Line("t-dim", line) for line in wrap(method, room, form.text, lines=2)),
        Line("t-dim", ""),
    ]


def _draw(
    canvas: Canvas,
    plot: Plot,
    labels: Sequence[EndLabel],
    flags: Sequence[Flag],
    lines: Sequence[Line],
    behind: Behind | None,
) -> tuple[_Head, float]:
    """All parts, back to front; returns the heights over the plot, and how far down the drawing reaches."""
    found = tones(plot.view)
    ground = _ground(plot, flags, marked=bool(found))
    notes = place_notes(plot, canvas, ground)
    phases = dimensions(canvas, plot)
    head = _head(plot, notes, flags, phases, lines)
    draw_bands(canvas, plot)
    foot = plot.height + draw_axes(canvas, plot)
    for number, line in enumerate(lines):
        if line.words:
            canvas.text(line.role, 2, head.title + number * _LINE, line.words)
    draw_dimensions(canvas, phases, head.dimension)
    draw_freezes(canvas, plot, head.freeze)
    draw_breaks(canvas, plot, head.dimension + 8)
    draw_poles(canvas, plot, flags, head.flags)
    draw_limits(canvas, plot)
    draw_target(canvas, plot)
    draw_behind(canvas, plot, behind)
    draw_line(canvas, plot)
    draw_points(canvas, plot, found)
    foot = _footnotes(canvas, plot, phases, foot)
    draw_trials(canvas, plot, ground, [note.box for note in notes])
    draw_notes(canvas, notes)
    draw_flags(canvas, flags, head.flags)
    draw_ends(canvas, plot, labels)
    if not any(y is not None for y in plot.ys):
        middle = (plot.left + plot.right) / 2
        canvas.text("t-strong", middle, plot.height / 2, NOTHING_YET, anchor="middle", halo=True)
    return head, foot + 10


def _ground(plot: Plot, flags: Sequence[Flag], *, marked: bool) -> Ground:
    """What words within the plot must keep clear of; nothing where there will be none."""
    if not (worth_noting(plot) or any(stretch.phase.trial for stretch in plot.view.stretches)):
        return Ground(Outline(plot.left, plot.right), (), ())
    reach = 5.4 * sizes(plot).share + 1 if marked else plot.form.radius + 1
    found = [
        piece
        for stretch in plot.view.stretches
        for level in (CENTRE, MIDDLE, UCL, LCL)
        for _, piece in pieces(plot, stretch, level)
    ]
    target = plot.view.result.target
    if target is not None:
        found.append((plot.left, plot.right, plot.y(target)))
    return Ground(outline_of(plot, reach), found, [flag.x for flag in flags])


def _head(
    plot: Plot,
    notes: Sequence[Note],
    flags: Sequence[Flag],
    phases: Sequence[Dimension],
    lines: Sequence[Line],
) -> _Head:
    """From the plot upwards: lane for notes, flags, frozen points, phases, what is measured."""
    lane = LANE if any(note.in_lane for note in notes) else 0.0
    up = -_HEAD - lane
    rows = rows_of(flags)
    flag_top = up - rows * ROW + (ROW - 16 if rows else 0)
    up = flag_top - (12 if rows else 0)
    freeze = up - 6
    up -= 20 if frozen(plot) else 0
    room = height_of(phases)
    dimension = up + 2 - max(room, 20) / 2
    up -= room
    title = up - 8 - _LINE * (len(lines) - 1)
    up = title - _LINE if lines else up
    return _Head(flags=flag_top, freeze=freeze, dimension=dimension, title=title, top=up - 4)


def _footnotes(canvas: Canvas, plot: Plot, phases: Sequence[Dimension], foot: float) -> float:
    """What letters, a star or a hollow point mean, where there are any; returns how far down they go."""
    room, size = plot.width - plot.left - 2, canvas.form.text
    marks = [FOOTNOTES["hidden"]] if draw_hidden(canvas, plot) else []
    if any(point.excluded and y is not None for point, y in zip(plot.view.points, plot.ys, strict=True)):
        marks.append(FOOTNOTES["out"])
    notes = packed([phase.note for phase in phases if phase.note], room, size)
    for words in filter(None, [*notes, " ".join(marks)]):
        for line in wrap(words, room, size, lines=2):
            foot += 20
            canvas.text("t-dim", plot.left, foot, line)
    return foot
