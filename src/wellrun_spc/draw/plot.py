"""The ground of a chart: which value and which period lie where. Nothing here draws.

Heights are measured from the top of the plot, so that what stands above it (flags, phases) has negative ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellrun_spc.draw.along import Along, along
from wellrun_spc.draw.axes import NumberAxis, number_axis
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.form import Form
from wellrun_spc.draw.view import View
from wellrun_spc.draw.words import Say

TICK = 4.0
_LABEL_ROOM = 12.0
"""From the edge of the plot to an end label; the leader lies between."""
_FROM_ZERO = frozenset({"c", "u", "mr", "s", "np", "u_prime", "g", "t"})


@dataclass(frozen=True, slots=True)
class EndLabel:
    """Words at the right end of a line, and the value at which the line ends."""

    role: str
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Scales and places, once for all parts of the drawing."""

    view: View
    form: Form
    say: Say
    axis: NumberAxis
    along: Along
    left: float
    right: float
    width: float
    xs: tuple[float, ...]
    ys: tuple[float | None, ...]

    @property
    def height(self) -> float:
        """Height of the plot itself."""
        return self.form.plot_height

    @property
    def spacing(self) -> float:
        """Mean room from one point to the next."""
        return (self.xs[-1] - self.xs[0]) / (len(self.xs) - 1) if len(self.xs) > 1 else self.right - self.left

    def y(self, value: float) -> float:
        """The height of a value."""
        return (1 - self.axis.share(value)) * self.form.plot_height

    def edge(self, index: int) -> float:
        """The border before a point: half way to its neighbour, or the edge of the plot."""
        if index <= 0:
            return self.left
        return (self.xs[index - 1] + self.xs[index]) / 2 if index < len(self.xs) else self.right


def plot_of(
    view: View, canvas: Canvas, *, width: float, say: Say, labels: Sequence[EndLabel], axis: NumberAxis
) -> Plot:
    """The ground for a view, with room at the left for the numbers and at the right for the end labels."""
    form = canvas.form
    left = max((canvas.width(tick.label, "t-num") for tick in axis.ticks), default=0.0) + 2 + TICK * 2 + 3
    margin = max((canvas.width(label.words, label.role) for label in labels), default=0.0)
    right = width - (min(margin, width * form.margin) + _LABEL_ROOM + 2 if labels else 14)
    scale = along([point.x for point in view.points], left + form.inset, right - form.inset)
    return Plot(
        view=view,
        form=form,
        say=say,
        axis=axis,
        along=scale,
        left=left,
        right=right,
        width=width,
        xs=scale.places([point.x for point in view.points]),
        ys=heights(view, axis, form.plot_height),
    )


def heights(view: View, axis: NumberAxis, height: float) -> tuple[float | None, ...]:
    """The height of each point in sight; None where its value is missing."""
    return tuple(
        [None if point.value is None else (1 - axis.share(point.value)) * height for point in view.points]
    )


def axis_of(view: View, form: Form) -> NumberAxis:
    """The number axis that shows every point, both limits and the target."""
    return axis_for([view], form)


def axis_for(views: Sequence[View], form: Form) -> NumberAxis:
    """One number axis for several views."""
    return number_axis(
        [value for view in views for value in _seen(view)],
        wanted=form.steps,
        from_zero=any(view.result.chart in _FROM_ZERO for view in views),
        whole=all(map(_whole, views)),
        percent=all(view.result.percent for view in views),
    )


def _seen(view: View) -> Iterator[float]:
    """Every value that must be within the axis."""
    for point in view.points:
        for value in (point.value, point.lcl, point.ucl, point.centre, point.target):
            if value is not None:
                yield value
    if view.result.target is not None:
        yield view.result.target


def _whole(view: View) -> bool:
    """Whether the points are counts, which come in whole numbers."""
    values = [point.value for point in view.points if point.value is not None]
    return bool(values) and not view.result.percent and all(value == int(value) for value in values)


def at_edge(plot: Plot, value: float) -> bool:
    """Whether a height is as good as that of the bottom or top of the axis."""
    y = plot.y(value)
    return y < 0.5 or y > plot.height - 0.5
