"""The line of everyone, dotted, behind the line of one group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.plot import EndLabel, Plot
from wellrun_spc.draw.svg import points
from wellrun_spc.draw.view import View
from wellrun_spc.results import Point, Result


class Behind(NamedTuple):
    """Another chart, and what it is called."""

    result: Result
    label: str


def behind_label(behind: Behind | None, view: View) -> Iterator[EndLabel]:
    """Its name at the right end, where it has a value in sight."""
    if behind is None:
        return
    known = [point.value for point in _in_sight(behind, view) if point.value is not None]
    if known:
        yield EndLabel("t-dim", known[-1], behind.label)


def _in_sight(behind: Behind, view: View) -> Iterator[Point]:
    """Its points at periods that the chart in front has too."""
    periods = {point.x for point in view.points}
    return (point for point in behind.result.points if point.x in periods)


def draw_behind(canvas: Canvas, plot: Plot, behind: Behind | None) -> None:
    """Its line, broken where a value is missing."""
    if behind is None:
        return
    places = {point.x: x for point, x in zip(plot.view.points, plot.xs, strict=True)}
    pieces: list[list[tuple[float, float]]] = [[]]
    for point in _in_sight(behind, plot.view):
        if point.value is None or point.excluded:
            pieces.append([])
        else:
            pieces[-1].append((places[point.x], plot.y(point.value)))
    for piece in pieces:
        if len(piece) > 1:
            canvas.add(f'<polyline{canvas.theme.pens["behind"]} points="{points(piece)}"/>')
