"""The parts of a funnel: the panel and its scales, limits as curves, units as marks, names beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellrun_spc.draw.axes import number_axis
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.frame import (
    Frame,
    draw_end_labels,
    draw_number_axis,
    draw_ticks,
    inside,
    left_margin,
    right_margin,
)
from wellrun_spc.draw.layout import Box
from wellrun_spc.draw.lettering import wrap
from wellrun_spc.draw.marks import shape
from wellrun_spc.draw.names import Named, draw_names
from wellrun_spc.draw.numerals import format_value, said
from wellrun_spc.draw.periods import PeriodTick
from wellrun_spc.draw.plot import EndLabel
from wellrun_spc.draw.svg import escape, num, path, points
from wellrun_spc.limits.funnel.values import CurvePoint, FunnelLimits, FunnelResult, FunnelUnit, side_of

_MOUTH = 1.4
"""The mouth of a funnel may be very wide: no more of it is shown than this many times the highest unit."""
_MANY = 300
_MANY_OUTSIDE = 100
"""With more units than this, only those outside tell something when pointed at; then they do not either."""
_NAMES = {"wide": 12, "narrow": 5}
_TICK_ROOM = 60.0
_LABEL_DROP = 20.0
_RING = 7.0
"""Around a unit that was asked for."""


@dataclass(frozen=True, slots=True)
class FunnelPlot:
    """A funnel in its panel."""

    result: FunnelResult
    frame: Frame
    largest: float
    """Denominator at the right edge."""

    def x(self, denominator: float) -> float:
        """The place of a size along the panel, which starts at nought."""
        return self.frame.left + denominator / self.largest * (self.frame.right - self.frame.left)

    def limits(self, at: CurvePoint | FunnelUnit) -> FunnelLimits | None:
        """The limits in force at a size."""
        return at.adjusted if self.result.adjusted else at.unadjusted

    def curve(self, name: str) -> list[tuple[float, float]]:
        """One limit along the panel, as places and values."""
        found = [(self.x(point.denominator), self.limits(point)) for point in self.result.curve]
        return [(x, getattr(limits, name)) for x, limits in found if limits is not None]


def funnel_plot(canvas: Canvas, result: FunnelResult, *, top: float, width: float) -> FunnelPlot:
    """The panel: high enough for every unit and its limits, wide enough for the largest."""
    labels = _end_labels(result, short=canvas.form.narrow)
    values = [unit.value for unit in result.compared if unit.value is not None]
    most = max(*values, result.target) * _MOUTH
    bare = [unit.adjusted if result.adjusted else unit.unadjusted for unit in result.compared]
    edges = [edge for limits in bare if limits is not None for edge in (limits.lcl998, limits.ucl998)]
    axis = number_axis(
        [*values, result.target, *(min(edge, most) for edge in edges)],
        wanted=canvas.form.steps,
        from_zero=True,
        percent=result.percent,
    )
    frame = Frame(
        left=left_margin(canvas, axis),
        right=width - right_margin(canvas, labels, width),
        top=top,
        height=canvas.form.plot_height,
        width=width,
        axis=axis,
    )
    return FunnelPlot(result, frame, result.curve[-1].denominator)


def _end_labels(result: FunnelResult, *, short: bool) -> list[EndLabel]:
    """What the lines are called where the funnel is narrowest, from the top down."""
    last = result.curve[-1]
    end = (last.adjusted if result.adjusted else None) or last.unadjusted
    target = format_value(result.target, percent=result.percent)
    name = "Target" if result.target_given else "Expected" if result.kind == "ratio" else "Average"
    labels = [EndLabel("t-target" if result.target_given else "t-strong", result.target, f"{name} {target}")]
    limit = "" if short else " limit"
    for side, level, value in (
        ("Upper", "99.8%", end.ucl998),
        ("Upper", "95%", end.ucl95),
        ("Lower", "95%", end.lcl95),
        ("Lower", "99.8%", end.lcl998),
    ):
        labels.append(EndLabel("t-dim", value, f"{side} {said(level)}{limit}"))
    return sorted(labels, key=lambda label: -label.value)


def draw_funnel(canvas: Canvas, plot: FunnelPlot, x_label: str, highlight: frozenset[str]) -> float:
    """All parts, back to front; returns how far down the drawing reaches."""
    frame = plot.frame
    _draw_limits(canvas, plot)
    draw_number_axis(canvas, frame)
    reach = draw_ticks(canvas, frame, list(_ticks(plot)))
    canvas.text("t-dim", frame.right, frame.bottom + reach + _LABEL_DROP, x_label, anchor="end")
    _draw_units(canvas, plot)
    without = _draw_names(canvas, plot, highlight)
    draw_end_labels(canvas, frame, _end_labels(plot.result, short=canvas.form.narrow))
    foot = frame.bottom + reach + _LABEL_DROP + 10
    note = f"{without} more outside, with no room for a name here. The table names them." if without else ""
    for line in wrap(note, frame.width - 4, canvas.form.text, lines=3):
        foot += 16
        canvas.text("t-dim", 2, foot - 6, line)
    return foot


def _draw_limits(canvas: Canvas, plot: FunnelPlot) -> None:
    """The band between the 95 % limits, the 99.8 % limits, and the value compared with."""
    frame, result = plot.frame, plot.result
    low, high = plot.curve("lcl95"), plot.curve("ucl95")
    around = [(x, frame.y(value)) for x, value in (*high, *reversed(low))]
    canvas.path("band", path(around) + "z")
    for name in ("ucl998", "lcl998"):
        for piece in inside(frame, plot.curve(name)):
            canvas.add(f'<polyline{canvas.theme.pens["limit"]} points="{points(piece)}"/>')
    y = num(frame.y(result.target))
    role = "target" if result.target_given else "mean"
    canvas.path(role, f"M{num(frame.left)} {y}H{num(frame.right)}")


def _ticks(plot: FunnelPlot) -> Iterator[PeriodTick]:
    room = plot.frame.right - plot.frame.left
    axis = number_axis([0, plot.largest], wanted=max(1, int(room / _TICK_ROOM)), from_zero=True)
    for tick in axis.ticks:
        if tick.at <= plot.largest:
            yield PeriodTick(plot.x(tick.at), tick.label)


def _draw_units(canvas: Canvas, plot: FunnelPlot) -> None:
    """Those inside first, then those outside, so that these lie on top."""
    result = plot.result
    radius = canvas.form.radius if len(result.compared) <= _MANY else 2.0
    telling = (len(result.compared) <= _MANY, len(result.outside) <= _MANY_OUTSIDE)
    circles, triangles = [], []
    for unit in result.compared:
        x, y = _place(plot, unit)
        side = side_of(unit, result.level)
        title = f"<title>{escape(_told(plot, unit))}</title>" if telling[side is not None] else ""
        if side is not None:
            triangles.append(f'<path d="{shape("shift", side, x, y, 1)}">{title}</path>')
        else:
            circles.append(f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}">{title}</circle>')
    for role, marks in (("usual", circles), ("shift", triangles)):
        if marks:
            canvas.open(role)
            canvas.parts += marks
            canvas.close()


def _place(plot: FunnelPlot, unit: FunnelUnit) -> tuple[float, float]:
    return plot.x(unit.denominator or 0), plot.frame.y(unit.value or 0)


def _told(plot: FunnelPlot, unit: FunnelUnit) -> str:
    """What a unit tells when pointed at."""
    if unit.plain:
        return unit.plain
    value = format_value(unit.value or 0, percent=plot.result.percent)
    return (
        f"{unit.unit}: {value} ({format_value(unit.numerator or 0)} of {format_value(unit.denominator or 0)})"
    )


def _draw_names(canvas: Canvas, plot: FunnelPlot, highlight: frozenset[str]) -> int:
    """Names of the units asked for, then of those outside; returns how many of these have no room."""
    frame, result = plot.frame, plot.result
    asked = [unit for unit in result.compared if unit.unit in highlight]
    for x, y in (_place(plot, unit) for unit in asked):
        canvas.add(f'<circle{canvas.theme.pens["mean"]} cx="{num(x)}" cy="{num(y)}" r="{num(_RING)}"/>')
    outside = [unit for unit in result.outside if unit.unit not in highlight]
    marks = [_place(plot, unit) for unit in result.compared]
    wanted: Sequence[Named] = [Named(*_place(plot, unit), unit.unit) for unit in (*asked, *outside)]
    within = Box(frame.left + 2, frame.top - 10, frame.right - 2, frame.bottom - 1)
    left_out = draw_names(canvas, wanted, marks, within=within, most=len(asked) + _NAMES[canvas.form.name])
    return len([one for one in left_out if one.name not in highlight])
