"""Phases on a chart: a dimension line with the name of each, and a dotted line where one begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.layout import Box, Ground
from wellrun_spc.draw.lettering import shorten
from wellrun_spc.draw.lines import hides_lcl, hides_ucl
from wellrun_spc.draw.plot import Plot
from wellrun_spc.draw.svg import num
from wellrun_spc.draw.view import Stretch
from wellrun_spc.draw.words import TRIAL, freeze_labels, phase_labels

_APART = 3.0
"""From a dimension line to the border of its phase."""
_ROLE = "t-dim"
_ENDS = 24.0
"""Room for the ends of a dimension line beside its words."""
_LEAST_WORDS = 60.0
"""A name that must be shortened to less than this gives way to the number."""


def has_dimensions(plot: Plot) -> bool:
    """Whether the phases are worth a line of their own: several, or one with a name."""
    stretches = plot.view.stretches
    return len(stretches) > 1 or any(stretch.phase.name for stretch in stretches)


def frozen(plot: Plot) -> list[Stretch]:
    """Phases whose limits were set by their first points, with at least one such point in sight."""
    offset = plot.view.offset
    return [
        stretch
        for stretch in plot.view.stretches
        if stretch.phase.frozen and stretch.phase.baseline_end >= max(offset, stretch.phase.start)
    ]


def draw_dimensions(canvas: Canvas, plot: Plot, y: float) -> None:
    """A dimension line for each phase, with its name and average where there is room."""
    for stretch in plot.view.stretches:
        start, end = _borders(plot, stretch.start, stretch.end)
        labels = phase_labels(stretch.phase, plot.view.result, plot.say, short=plot.form.narrow)
        if stretch.phase.name and end - start - _ENDS >= _LEAST_WORDS:
            labels.insert(-1, shorten(stretch.phase.name, end - start - _ENDS, canvas.size(_ROLE)))
        _dimension(canvas, start, end, y, labels)


def draw_freezes(canvas: Canvas, plot: Plot, y: float) -> None:
    """A dimension line over the points that set frozen limits."""
    for stretch in frozen(plot):
        end = stretch.phase.baseline_end - plot.view.offset + 1
        start, stop = _borders(plot, stretch.start, end)
        _dimension(canvas, start, stop, y, freeze_labels(stretch.phase, plot.view.result.period))


def _borders(plot: Plot, start: int, end: int) -> tuple[float, float]:
    left, right = plot.edge(start), plot.edge(end)
    return left + (_APART if start > 0 else 0), right - (_APART if end < len(plot.xs) else 0)


def _dimension(canvas: Canvas, start: float, end: float, y: float, labels: Sequence[str]) -> None:
    room = end - start - _ENDS
    words = next((label for label in labels if canvas.width(label, _ROLE) <= room), "")
    ends = f"M{num(start)} {num(y - 4)}v8M{num(end)} {num(y - 4)}v8"
    if not words:
        canvas.path("dim", f"{ends}M{num(start)} {num(y)}H{num(end)}")
        return
    middle, half = (start + end) / 2, canvas.width(words, _ROLE) / 2 + 8
    bars = f"M{num(start)} {num(y)}H{num(middle - half)}M{num(middle + half)} {num(y)}H{num(end)}"
    canvas.path("dim", ends + bars)
    canvas.text(_ROLE, middle, y + 4.3, words, anchor="middle")


def draw_breaks(canvas: Canvas, plot: Plot, top: float) -> None:
    """A dotted line where a phase begins."""
    starts = [plot.edge(stretch.start) for stretch in plot.view.stretches if stretch.start > 0]
    canvas.path("break", "".join([f"M{num(x)} {num(top)}V{num(plot.height)}" for x in starts]))


def draw_trials(canvas: Canvas, plot: Plot, ground: Ground, taken: Sequence[Box]) -> None:
    """The words "Trial limits" at the limits of each phase with too few points, where they cover nothing."""
    covered = list(taken)
    for stretch in plot.view.stretches:
        for words in TRIAL if stretch.phase.trial else ():
            free = [
                box
                for box in _trial_places(canvas, plot, stretch, words)
                if not ground.outline.meets(box) and not any(box.meets(other) for other in covered)
            ]
            if free:
                box = min(free, key=ground.lines_through)
                covered.append(box)
                canvas.text(_ROLE, box.left, box.bottom - 3.5, words, halo=True)
                break


def _trial_places(canvas: Canvas, plot: Plot, stretch: Stretch, words: str) -> Iterator[Box]:
    """Places over and under both limits, at the beginning and at the end of a phase."""
    width, size = canvas.width(words, _ROLE), canvas.size(_ROLE)
    start, end = plot.edge(stretch.start) + 5, plot.edge(stretch.end) - 5
    for at, left in ((stretch.start, start), (stretch.end - 1, end - width)):
        point = plot.view.points[at]
        sides = ((point.ucl, hides_ucl(plot, point)), (point.lcl, hides_lcl(plot, point)))
        for level in [plot.y(value) for value, hidden in sides if value is not None and not hidden]:
            for top in (level - size - 4, level + 3):
                box = Box(left, top, left + width, top + size + 1)
                if start <= left and left + width <= end and box.top >= 0 and box.bottom <= plot.height:
                    yield box
