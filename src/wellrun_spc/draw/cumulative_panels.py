"""The panels of cumulative charts: one for sums or an average, and for a VLAD one more over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from wellrun_spc.draw.along import Along, along
from wellrun_spc.draw.axes import NumberAxis, number_axis
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.frame import Frame, left_margin, right_margin
from wellrun_spc.draw.numerals import format_value
from wellrun_spc.draw.plot import EndLabel
from wellrun_spc.limits.cumulative.values import CumulativePoint, CumulativeResult

PanelKind: TypeAlias = Literal["sums", "average", "total"]

_SHARES: dict[PanelKind, float] = {"total": 0.6, "sums": 0.6}
"""Heights of the two panels of a VLAD, as shares of the usual height."""
_BETWEEN = 44.0
"""Room between two panels, for the words over the lower one."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel with what it shows."""

    kind: PanelKind
    frame: Frame
    scale: Along
    labels: tuple[EndLabel, ...]

    def lines(self, point: CumulativePoint) -> tuple[float | None, ...]:
        """The values of this panel's lines at a point."""
        if self.kind == "sums":
            return point.high, point.low
        return (point.average,) if self.kind == "average" else (point.total,)


def panels_of(canvas: Canvas, result: CumulativeResult, *, top: float, width: float) -> list[Panel]:
    """The panels from the top down, all with the same scale along."""
    kinds = _kinds(result)
    labels = [tuple(_labels(result, kind, short=canvas.form.narrow)) for kind in kinds]
    axes = [_axis(canvas, result, kind) for kind in kinds]
    left = max(left_margin(canvas, axis) for axis in axes)
    right = width - max(right_margin(canvas, words, width) for words in labels)
    scale = along([point.x for point in result.points], left + canvas.form.inset, right - canvas.form.inset)
    panels = []
    for kind, words, axis in zip(kinds, labels, axes, strict=True):
        height = canvas.form.plot_height * (_SHARES[kind] if len(kinds) > 1 else 1)
        frame = Frame(left=left, right=right, top=top, height=height, width=width, axis=axis)
        panels.append(Panel(kind, frame, scale, words))
        top = frame.bottom + _BETWEEN
    return panels


def _kinds(result: CumulativeResult) -> tuple[PanelKind, ...]:
    if result.chart == "vlad":
        return ("total", "sums")
    return ("average",) if result.chart == "ewma" else ("sums",)


def _axis(canvas: Canvas, result: CumulativeResult, kind: PanelKind) -> NumberAxis:
    """An axis that holds the lines and what they are read against."""
    names = {
        "sums": ("high", "low", "lcl", "ucl"),
        "average": ("average", "lcl", "ucl", "value"),
        "total": ("total",),
    }
    seen = [
        value
        for point in result.points
        for name in names[kind]
        if (value := getattr(point, name)) is not None
    ]
    return number_axis(seen if kind == "average" else [*seen, 0.0], wanted=canvas.form.steps)


def _labels(result: CumulativeResult, kind: PanelKind, *, short: bool) -> Iterator[EndLabel]:
    """What the lines to read against are called, from the top down."""
    latest = next((point for point in reversed(result.points) if point.ucl is not None), None)
    if kind == "total":
        yield from _totals(result, short=short)
    elif latest is not None and latest.ucl is not None and latest.lcl is not None:
        level = result.centre if kind == "average" and result.centre is not None else 0.0
        middle = f"Average {format_value(level)}" if kind == "average" else "No change"
        scale = (latest.ucl, latest.lcl, level)
        upper, lower = (format_value(value, reference=scale) for value in (latest.ucl, latest.lcl))
        yield EndLabel("t-dim", latest.ucl, f"Upper {upper}" if short else f"Upper limit {upper}")
        yield EndLabel("t-strong", level, middle)
        yield EndLabel("t-dim", latest.lcl, f"Lower {lower}" if short else f"Lower limit {lower}")


def _totals(result: CumulativeResult, *, short: bool) -> Sequence[EndLabel]:
    """Nought, and where the display stands now."""
    total = next((point.total for point in reversed(result.points) if point.total is not None), None)
    labels = [EndLabel("t-dim", 0.0, "Expected" if short else "As expected")]
    if total is not None:
        word = "fewer" if total >= 0 else "more"
        words = word if short else f"{word} than expected"
        labels.append(EndLabel("t-strong", total, f"{format_value(abs(total))} {words}"))
    return sorted(labels, key=lambda label: -label.value)
