"""The axes as drawn: numbers up the side, periods along the bottom."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from wellrun_spc.draw.axes import number_axis
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.lettering import shorten, text_width
from wellrun_spc.draw.numerals import format_value
from wellrun_spc.draw.periods import PeriodTick, period_ticks
from wellrun_spc.draw.plot import TICK, Plot
from wellrun_spc.draw.svg import escape, num
from wellrun_spc.results import X

LABEL_DROP, YEAR_DROP = 18.0, 34.0
"""From the axis down to the baselines of the labels and of the years."""
_SMALL, _LARGE = 3, 5
_LABEL_ROOM, _LABEL_GAP = 110.0, 8.0
"""Most room for the label of one period, and least room to the next."""


def draw_axes(canvas: Canvas, plot: Plot) -> float:
    """Both axes with their ticks; returns how far down they reach below the plot."""
    left, bottom = num(plot.left), num(plot.height)
    canvas.path("axis", f"M{left} -2V{bottom}H{num(plot.right)}")
    _number_ticks(canvas, plot)
    ticks = x_ticks(plot, canvas.form.text)
    data = [f"M{num(tick.at)} {bottom}v{_LARGE if tick.label else _SMALL}" for tick in ticks]
    canvas.path("tick", "".join(data))
    _row(canvas, plot, "t-num", plot.height + LABEL_DROP, [(tick.at, tick.label) for tick in ticks])
    years = [(tick.at, tick.under) for tick in ticks]
    _row(canvas, plot, "t-dim", plot.height + YEAR_DROP, years)
    return YEAR_DROP if any(tick.under for tick in ticks) else LABEL_DROP


def _number_ticks(canvas: Canvas, plot: Plot) -> None:
    places = [(plot.y(tick.at), tick.label) for tick in plot.axis.ticks]
    start = num(plot.left - TICK)
    canvas.path("tick", "".join([f"M{start} {num(y)}h4" for y, _ in places]))
    x = num(plot.left - TICK * 2)
    canvas.open("t-num", f' font-size="{num(canvas.form.text)}" text-anchor="end"')
    for y, label in places:
        canvas.add(f'<text x="{x}" y="{num(y + 4.3)}">{escape(label)}</text>')
    canvas.close()


def _row(canvas: Canvas, plot: Plot, role: str, y: float, labels: Sequence[tuple[float, str]]) -> None:
    """One row of words under the axis, kept within the drawing."""
    shown = [(at, label) for at, label in labels if label]
    if not shown:
        return
    canvas.open(role, f' font-size="{num(canvas.form.text)}" text-anchor="middle"')
    for at, label in shown:
        half = canvas.width(label, role) / 2
        x = min(max(at, half + 1), plot.width - half - 1)
        canvas.add(f'<text x="{num(x)}" y="{num(y)}">{escape(label)}</text>')
    canvas.close()


def x_ticks(plot: Plot, size: float) -> Sequence[PeriodTick]:
    """Ticks for the periods in sight, whatever kind they are."""
    xs = [point.x for point in plot.view.points]
    if plot.along.kind == "date":
        days = [x for x in xs if isinstance(x, date)]
        return period_ticks(days, plot.xs, period=plot.view.result.period, size=size)
    if plot.along.kind == "number":
        return _numbers(plot, [x for x in xs if isinstance(x, (int, float))])
    return _labels(plot, xs, size)


def _numbers(plot: Plot, xs: Sequence[float]) -> list[PeriodTick]:
    """Round numbers within the data, as many as have room."""
    if len(xs) == 1:
        return [PeriodTick(plot.xs[0], format_value(xs[0]))]
    room = max(44.0, 9.0 * max(len(format_value(xs[0])), len(format_value(xs[-1]))))
    wanted = max(1, int((plot.xs[-1] - plot.xs[0]) / room))
    axis = number_axis((xs[0], xs[-1]), wanted=wanted, whole=all(x == int(x) for x in xs))
    within = [tick for tick in axis.ticks if xs[0] <= tick.at <= xs[-1]]
    return [PeriodTick(plot.along.place(tick.at), tick.label) for tick in within]


def _labels(plot: Plot, xs: Sequence[X], size: float) -> list[PeriodTick]:
    """Every label, or every second, third ... so that each has room for itself or its beginning."""
    if not xs:
        return []
    names = [str(x) for x in xs]
    longest = max(text_width(name, size) for name in names)
    wanted = min(longest, _LABEL_ROOM) + _LABEL_GAP
    every = max(1, math.ceil(wanted / plot.spacing)) if len(xs) > 1 else 1
    room = plot.spacing * every - _LABEL_GAP
    ticks = []
    for index, (at, name) in enumerate(zip(plot.xs, names, strict=True)):
        # a label that is moved inwards at an edge of the drawing must not reach its neighbour
        inner = min(at, plot.width - at) + plot.spacing * every - room / 2 - _LABEL_GAP - 1
        shown = shorten(name, min(room, inner), size) if index % every == 0 else ""
        ticks.append(PeriodTick(at, shown))
    return ticks
