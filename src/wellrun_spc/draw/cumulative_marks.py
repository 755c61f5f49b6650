"""What is drawn in the panels of a cumulative chart: limits, lines, points, and since when."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.cumulative_panels import Panel
from wellrun_spc.draw.frame import Frame, draw_end_labels, draw_number_axis, draw_ticks
from wellrun_spc.draw.lettering import wrap
from wellrun_spc.draw.marks import draw_group, shape, thinned
from wellrun_spc.draw.numerals import format_moment, format_period, format_value
from wellrun_spc.draw.period_axis import ticks_along
from wellrun_spc.draw.svg import escape, num, path, points
from wellrun_spc.draw.view import Tone, tone_of
from wellrun_spc.limits.cumulative.values import CumulativePoint, CumulativeResult, CumulativeSignal

_MANY = 60
"""With more points than this only the line and the points beyond a limit are drawn."""
_CAPTION = "Evidence for more events than expected (up) or fewer (down)"

_SMALL_POINTS = "Small points: the values themselves. Line: the values smoothed."


def draw_panels(canvas: Canvas, result: CumulativeResult, panels: Sequence[Panel]) -> float:
    """All panels, back to front; returns how far down the drawing reaches."""
    places = panels[0].scale.places([point.x for point in result.points])
    for number, panel in enumerate(panels):
        if number:
            canvas.text("t-dim", 2, panel.frame.top - 14, _CAPTION if not canvas.form.narrow else "Evidence")
        _draw_limits(canvas, result, panel, places)
        draw_number_axis(canvas, panel.frame)
        _draw_since(canvas, result, panel, places, named=number == 0)
        _draw_lines(canvas, result, panel, places)
        _draw_signals(canvas, result, panel, places)
        draw_end_labels(canvas, panel.frame, panel.labels)
    last = panels[-1]
    xs = [point.x for point in result.points]
    ticks = ticks_along(xs, last.scale, period=result.period, size=canvas.form.text)
    foot = last.frame.bottom + draw_ticks(canvas, last.frame, ticks)
    return _footnote(canvas, result, last.frame, foot) + 10


def _draw_limits(canvas: Canvas, result: CumulativeResult, panel: Panel, places: Sequence[float]) -> None:
    """The usual range between the limits, and the level that the lines are read against."""
    frame, level = panel.frame, (result.centre if panel.kind == "average" else 0.0)
    edges = [
        (x, point.lcl, point.ucl)
        for x, point in zip(places, result.points, strict=True)
        if point.lcl is not None and point.ucl is not None
    ]
    if edges and panel.kind != "total":
        edges = [(frame.left, *edges[0][1:]), *edges, (frame.right, *edges[-1][1:])]
        upper = [(x, frame.y(high)) for x, _, high in edges]
        lower = [(x, frame.y(low)) for x, low, _ in edges]
        canvas.path("band", path([*upper, *reversed(lower)]) + "z")
        canvas.path("limit", path(_level(upper)) + path(_level(lower)))
    if level is not None:
        canvas.path("mean", f"M{num(frame.left)} {num(frame.y(level))}H{num(frame.right)}")


def _level(line: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """A line that stays at one height needs only its ends."""
    flat = all(abs(y - line[0][1]) < 0.05 for _, y in line)
    return [line[0], line[-1]] if flat else line


def _draw_lines(canvas: Canvas, result: CumulativeResult, panel: Panel, places: Sequence[float]) -> None:
    """Each line through the points that count; a missing or left-out one is passed over."""
    rows = [panel.lines(point) for point in result.points]
    few = len(result.points) <= _MANY
    if panel.kind == "average" and few:
        _draw_values(canvas, result, panel, places)
    for column in range(len(rows[0])):
        through = [
            (x, panel.frame.y(value))
            for x, row in zip(places, rows, strict=True)
            if (value := row[column]) is not None
        ]
        if len(through) > 1:
            canvas.add(f'<polyline{canvas.theme.pens["line"]} points="{points(thinned(through))}"/>')
        # a sum at nought says nothing, and a row of such points would hide what does
        dots = through if panel.kind != "sums" else [at for at in through if at[1] != panel.frame.y(0)]
        if dots and (few or len(through) == 1):
            canvas.open("usual")
            radius = num(canvas.form.radius)
            canvas.parts += [f'<circle cx="{num(x)}" cy="{num(y)}" r="{radius}"/>' for x, y in dots]
            canvas.close()


def _draw_values(canvas: Canvas, result: CumulativeResult, panel: Panel, places: Sequence[float]) -> None:
    """The values behind an average, as small points; hollow where they are left out."""
    marks: dict[str, list[str]] = {"usual": [], "out": []}
    for x, point in zip(places, result.points, strict=True):
        if point.value is not None:
            where = f'cx="{num(x)}" cy="{num(panel.frame.y(point.value))}"'
            title = f"<title>{escape(_told(point, result))}</title>"
            radius, role = ("2.5", "out") if point.excluded else ("2", "usual")
            marks[role].append(f'<circle {where} r="{radius}">{title}</circle>')
    for role, circles in marks.items():
        if circles:
            canvas.open(role)
            canvas.parts += circles
            canvas.close()


def _told(point: CumulativePoint, result: CumulativeResult) -> str:
    """What a point tells when pointed at."""
    named = _named(point, result) if result.period == "case" else format_period(point.x, result.period)
    value = "" if point.value is None else f": {format_value(point.value)}"
    return f"{named[:1].upper()}{named[1:]}{value}"


def _draw_signals(canvas: Canvas, result: CumulativeResult, panel: Panel, places: Sequence[float]) -> None:
    """The points beyond a limit, in the shape of what they mean."""
    groups: dict[Tone, list[str]] = {}
    for signal in result.signals:
        tone = tone_of(signal.side, result.direction)
        for position in signal.positions:
            y = panel.frame.y(_value(panel, result.points[position], signal))
            told = f"<title>{escape(_told(result.points[position], result))}</title>"
            data = shape(tone, signal.side, places[position], y, 1)
            groups.setdefault(tone, []).append(f'<path d="{data}">{told}</path>')
    for tone, marks in groups.items():
        draw_group(canvas, tone, marks)


def _value(panel: Panel, point: CumulativePoint, signal: CumulativeSignal) -> float:
    """The value of the line that signalled; a point beyond a limit always has one."""
    lines = panel.lines(point)
    return (lines[-1] if signal.side == "low" else lines[0]) or 0.0


def _draw_since(
    canvas: Canvas, result: CumulativeResult, panel: Panel, places: Sequence[float], *, named: bool
) -> None:
    """Where the latest change most likely began, with its words over the first panel."""
    if not result.signals:
        return
    signal, frame = result.signals[-1], panel.frame
    x = places[signal.since]
    canvas.path("break", f"M{num(x)} {num(frame.top)}V{num(frame.bottom)}")
    if named:
        holds = all(point.value is None for point in result.points[signal.positions[-1] + 1 :])
        words = f"{'Since' if holds else 'From'} about {_named(result.points[signal.since], result)}"
        at = max(2.0, min(x, frame.right - canvas.width(words, "t-strong")))
        canvas.text("t-strong", at, frame.top - 6, words, halo=True)


def _named(point: CumulativePoint, result: CumulativeResult) -> str:
    moment = format_moment(point.x, result.period)
    return f"case {moment}" if result.period == "case" else moment


def _footnote(canvas: Canvas, result: CumulativeResult, frame: Frame, foot: float) -> float:
    """What stands under the axis; returns how far down the drawing reaches."""
    if result.period == "case":
        foot += 18
        canvas.text("t-dim", frame.right, foot, "Case", anchor="end")
    if result.chart == "ewma" and len(result.points) <= _MANY:
        for line in wrap(_SMALL_POINTS, frame.width - frame.left, canvas.form.text, lines=2):
            foot += 20
            canvas.text("t-dim", frame.left, foot, line)
    return foot
