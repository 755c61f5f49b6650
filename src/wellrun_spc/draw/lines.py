"""The lines that points are read against: usual range, limits, centre, target; steps where they change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import TypeAlias

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.plot import Plot, at_edge
from wellrun_spc.draw.svg import path, steps
from wellrun_spc.draw.view import Stretch
from wellrun_spc.results import Phase, Point

Piece: TypeAlias = tuple[float, float, float]
"""A level stretch: from x to x, at height y."""


@dataclass(frozen=True, slots=True)
class Level:
    """A line to read points against: its value at a point, and for a whole phase where that is one value."""

    at: Callable[[Point], float | None]
    of: Callable[[Phase], float | None]


LCL = Level(at=attrgetter("lcl"), of=attrgetter("lcl"))
UCL = Level(at=attrgetter("ucl"), of=attrgetter("ucl"))
CENTRE = Level(at=attrgetter("centre"), of=attrgetter("centre"))
MIDDLE = Level(at=lambda _: None, of=attrgetter("middle"))
"""The line that runs are judged about, where it is not the centre."""


def hides_lcl(plot: Plot, point: Point) -> bool:
    """Whether the lower limit says nothing: it was clipped to what is possible, and the axis ends there."""
    return point.lcl_clipped and point.lcl is not None and at_edge(plot, point.lcl)


def hides_ucl(plot: Plot, point: Point) -> bool:
    """The same for the upper limit."""
    return point.ucl_clipped and point.ucl is not None and at_edge(plot, point.ucl)


def pieces(plot: Plot, stretch: Stretch, level: Level) -> list[tuple[int, Piece]]:
    """The steps of a line along a stretch, each with its point; one step where the phase has one value.

    A point without a value is bridged by its neighbours.
    """
    start, end = plot.edge(stretch.start), plot.edge(stretch.end)
    constant = level.of(stretch.phase)
    if constant is not None:
        return [(stretch.start, (start, end, plot.y(constant)))]
    known = _known(plot, range(stretch.start, stretch.end), level.at)
    return _stepped(plot, known, start, end) if known else []


def _known(
    plot: Plot, indices: Iterable[int], at: Callable[[Point], float | None]
) -> list[tuple[int, float]]:
    points = plot.view.points
    return [(index, value) for index in indices if (value := at(points[index])) is not None]


def _stepped(
    plot: Plot, known: Sequence[tuple[int, float]], start: float, end: float
) -> list[tuple[int, Piece]]:
    """A step for each known point, from half way to the one before to half way to the one after."""
    xs = plot.xs
    borders = [start, *((xs[one] + xs[other]) / 2 for (one, _), (other, _) in pairwise(known)), end]
    return [
        (index, (left, right, plot.y(value)))
        for (index, value), (left, right) in zip(known, pairwise(borders), strict=True)
    ]


def corners(steps_of: Iterable[Piece]) -> list[tuple[float, float]]:
    """The corners of a stepped line; steps of one height are drawn as one."""
    found: list[tuple[float, float]] = []
    for start, end, y in steps_of:
        if found and abs(found[-1][1] - y) < 0.05 and abs(found[-1][0] - start) < 0.05:
            found[-1] = (end, found[-1][1])
        else:
            found += [(start, y), (end, y)]
    return found


def draw_bands(canvas: Canvas, plot: Plot) -> None:
    """The usual range of each phase, as a quiet area between its limits."""
    for stretch in plot.view.stretches:
        upper = corners(piece for _, piece in pieces(plot, stretch, UCL))
        lower = corners(piece for _, piece in pieces(plot, stretch, LCL))
        if upper and lower:
            canvas.path("band", steps([*upper, *reversed(lower)]) + "z")


def draw_limits(canvas: Canvas, plot: Plot) -> None:
    """Limits and centre line of each phase; trial limits dashed."""
    for stretch in plot.view.stretches:
        role = "trial" if stretch.phase.trial else "limit"
        data = _visible(plot, stretch, UCL, hides_ucl) + _visible(plot, stretch, LCL, hides_lcl)
        canvas.path(role, data)
        canvas.path("dim", steps(corners(piece for _, piece in pieces(plot, stretch, MIDDLE))))
        canvas.path("mean", steps(corners(piece for _, piece in pieces(plot, stretch, CENTRE))))


def _visible(plot: Plot, stretch: Stretch, level: Level, hides: Callable[[Plot, Point], bool]) -> str:
    """The path of a limit, broken where it lies on the edge of what is possible."""
    data, run = "", list[Piece]()
    for index, piece in pieces(plot, stretch, level):
        if hides(plot, plot.view.points[index]):
            data, run = data + steps(corners(run)), []
        else:
            run.append(piece)
    return data + steps(corners(run))


def draw_target(canvas: Canvas, plot: Plot) -> None:
    """The target that people set: one level, a few levels, or a path from point to point."""
    constant = plot.view.result.target
    if constant is not None:
        y = plot.y(constant)
        canvas.path("target", steps([(plot.left, y), (plot.right, y)]))
        return
    known = _known(plot, range(len(plot.view.points)), attrgetter("target"))
    if known:
        found = _stepped(plot, known, plot.edge(known[0][0]), plot.edge(known[-1][0] + 1))
        levels = corners(piece for _, piece in found)
        canvas.path("target", _slope(plot, found) if len(levels) > max(4, len(found)) else steps(levels))


def _slope(plot: Plot, found: Sequence[tuple[int, Piece]]) -> str:
    """A target that moves at almost every point is a path, level only at its two ends."""
    through = [(plot.xs[index], y) for index, (_, _, y) in found]
    return path([(plot.left, through[0][1]), *through, (plot.right, through[-1][1])])
