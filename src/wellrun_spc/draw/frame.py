"""The ground of funnels, Pareto and cumulative charts: a panel with its scales, and its axes as drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from wellrun_spc.draw.axes import NumberAxis
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.form import FORMS, Form
from wellrun_spc.draw.layout import spread
from wellrun_spc.draw.periods import PeriodTick
from wellrun_spc.draw.plot import TICK, EndLabel
from wellrun_spc.draw.svg import num
from wellrun_spc.series import SeriesError

APART = 16.0
"""Least distance between two end labels."""
LABEL_ROOM = 12.0
"""From the edge of a panel to its end labels; the leader lies between."""
_LABEL_DROP, _YEAR_DROP = 18.0, 34.0


PanelForm: TypeAlias = Literal["wide", "narrow"]
"""Forms of these charts; they have no sparkline."""


def form_named(name: str) -> Form:
    """The sizes of a form; raises `SeriesError`."""
    if name not in FORMS:
        raise SeriesError(f"There is no form called {name}.", remedy="Use wide or narrow.")
    return FORMS[name]


@dataclass(frozen=True, slots=True)
class Frame:
    """One panel: where it lies in the drawing, and where a value lies in it."""

    left: float
    right: float
    top: float
    height: float
    width: float
    """Of the whole drawing."""
    axis: NumberAxis

    @property
    def bottom(self) -> float:
        """Height of the lower edge, measured down."""
        return self.top + self.height

    def y(self, value: float) -> float:
        """The height of a value; one beyond the axis lies at its edge."""
        return self.top + (1 - self.axis.share(value)) * self.height

    def holds(self, value: float) -> bool:
        """Whether a value is within the axis."""
        return self.axis.low <= value <= self.axis.high


def left_margin(canvas: Canvas, axis: NumberAxis) -> float:
    """Room for the numbers and ticks of an axis."""
    return max(canvas.width(tick.label, "t-num") for tick in axis.ticks) + 2 + TICK * 2 + 3


def right_margin(canvas: Canvas, labels: Sequence[EndLabel], width: float) -> float:
    """Room for end labels, though never more than the form gives them."""
    widest = max((canvas.width(label.words, label.role) for label in labels), default=0.0)
    return min(widest, width * canvas.form.margin) + LABEL_ROOM + 2


def draw_number_axis(canvas: Canvas, frame: Frame) -> None:
    """The lines of both axes, and the numbers up the left side."""
    left, bottom = num(frame.left), num(frame.bottom)
    canvas.path("axis", f"M{left} {num(frame.top - 2)}V{bottom}H{num(frame.right)}")
    places = [(frame.y(tick.at), tick.label) for tick in frame.axis.ticks]
    canvas.path("tick", "".join([f"M{num(frame.left - TICK)} {num(y)}h4" for y, _ in places]))
    for y, label in places:
        canvas.text("t-num", frame.left - TICK * 2, y + 4.3, label, anchor="end")


def draw_ticks(canvas: Canvas, frame: Frame, ticks: Sequence[PeriodTick]) -> float:
    """Ticks and words under a panel; returns how far down they reach below it."""
    bottom = num(frame.bottom)
    canvas.path("tick", "".join([f"M{num(tick.at)} {bottom}v{5 if tick.label else 3}" for tick in ticks]))
    for tick in ticks:
        for role, words, drop in (("t-num", tick.label, _LABEL_DROP), ("t-dim", tick.under, _YEAR_DROP)):
            if words:
                half = canvas.width(words, role) / 2
                x = min(max(tick.at, half + 1), frame.width - half - 1)
                canvas.text(role, x, frame.bottom + drop, words, anchor="middle")
    return _YEAR_DROP if any(tick.under for tick in ticks) else _LABEL_DROP


def draw_end_labels(canvas: Canvas, frame: Frame, labels: Sequence[EndLabel]) -> None:
    """Words at the right of a panel, pushed apart and led back to the lines they name."""
    lines = [frame.y(label.value) for label in labels]
    heights = spread(lines, gap=APART, low=frame.top + 2, high=frame.bottom - 2)
    start = num(frame.right + 1)
    leaders = []
    for line, height in zip(lines, heights, strict=True):
        down = num(height - line)
        leaders.append(f"M{start} {num(line)}" + ("h7" if down == "0" else f"l7 {down}"))
    canvas.path("leader", "".join(leaders))
    room = frame.width - frame.right - LABEL_ROOM
    for label, height in zip(labels, heights, strict=True):
        words = label.words if canvas.width(label.words, label.role) <= room else label.words.split(" ")[-1]
        canvas.text(label.role, frame.right + LABEL_ROOM, height + 4.4, words)


def inside(frame: Frame, pairs: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """A line of (x, value) as pieces of (x, y) within the panel, cut where it leaves the axis."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for (x0, v0), (x1, v1) in zip([pairs[0], *pairs], pairs, strict=False):
        edge = next(
            (edge for edge in (frame.axis.low, frame.axis.high) if (v0 - edge) * (v1 - edge) < 0), None
        )
        if edge is not None:
            crossing = (x0 + (x1 - x0) * (edge - v0) / (v1 - v0), frame.y(edge))
            pieces[-1].append(crossing)
            if not frame.holds(v1):
                pieces.append([])
        if frame.holds(v1):
            pieces[-1].append((x1, frame.y(v1)))
    return [piece for piece in pieces if len(piece) > 1]
