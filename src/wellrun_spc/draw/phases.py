"""Phases on a chart: a dimension line with the name of each, and a dotted line where one begins.

No name is cut. One that is wider than its phase stands on a few lines; where even its longest word has no
room, a letter stands for it, and the foot of the drawing says what the letter means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.layout import Box, Ground
from wellrun_spc.draw.lettering import in_lines
from wellrun_spc.draw.lines import hides_lcl, hides_ucl
from wellrun_spc.draw.plot import Plot
from wellrun_spc.draw.svg import num
from wellrun_spc.draw.view import Stretch
from wellrun_spc.draw.words import TRIAL, freeze_labels, phase_labels, phase_letter, phase_note

_APART = 3.0
"""From a dimension line to the border of its phase."""
_ROLE = "t-dim"
_ENDS = 24.0
"""Room for the ends of a dimension line beside its words."""
_MOST_LINES = 3
_LINE = 14.0
"""From one line of a name to the next."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension line: from where to where, and the lines of words that break it."""

    start: float
    end: float
    lines: Sequence[str] = ()
    note: str = ""
    """What the foot of the drawing says about it: the name that has no room here."""


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


def dimensions(canvas: Canvas, plot: Plot) -> list[Dimension]:
    """A dimension line for each phase, with its name and average where there is room."""
    if not has_dimensions(plot):
        return []
    return [_named(canvas, plot, place, stretch) for place, stretch in enumerate(plot.view.stretches)]


def height_of(lines: Sequence[Dimension]) -> float:
    """The room that the dimension lines take with their words."""
    return 20 + _LINE * (max([len(line.lines) for line in lines] + [1]) - 1) if lines else 0.0


def _named(canvas: Canvas, plot: Plot, place: int, stretch: Stretch) -> Dimension:
    start, end = _borders(plot, stretch.start, stretch.end)
    phase, result, room = stretch.phase, plot.view.result, end - start - _ENDS
    labels = phase_labels(phase, result, plot.say, short=plot.form.narrow)
    if not phase.name:
        return Dimension(start, end, _fitting(canvas, room, labels))
    lines = _fitting(canvas, room, labels[:-1])
    lines = lines or in_lines(phase.name, room, canvas.size(_ROLE), lines=_MOST_LINES)
    if lines:
        return Dimension(start, end, lines)
    letter = phase_letter(place)
    lines = _fitting(canvas, end - start - _APART, [letter])
    return Dimension(start, end, lines, phase_note(letter, phase, result, plot.say) if lines else "")


def draw_dimensions(canvas: Canvas, lines: Sequence[Dimension], y: float) -> None:
    """All of them, with `y` in the middle of their words."""
    for line in lines:
        _dimension(canvas, line, y)


def draw_freezes(canvas: Canvas, plot: Plot, y: float) -> None:
    """A dimension line over the points that set frozen limits."""
    for stretch in frozen(plot):
        end = stretch.phase.baseline_end - plot.view.offset + 1
        start, stop = _borders(plot, stretch.start, end)
        labels = freeze_labels(stretch.phase, plot.view.result.period)
        _dimension(canvas, Dimension(start, stop, _fitting(canvas, stop - start - _ENDS, labels)), y)


def _borders(plot: Plot, start: int, end: int) -> tuple[float, float]:
    left, right = plot.edge(start), plot.edge(end)
    return left + (_APART if start > 0 else 0), right - (_APART if end < len(plot.xs) else 0)


def _fitting(canvas: Canvas, room: float, labels: Sequence[str]) -> list[str]:
    """The first of the labels that fits on one line."""
    return [label for label in labels if label and canvas.width(label, _ROLE) <= room][:1]


def _dimension(canvas: Canvas, line: Dimension, y: float) -> None:
    start, end = line.start, line.end
    ends = f"M{num(start)} {num(y - 4)}v8M{num(end)} {num(y - 4)}v8"
    if not line.lines:
        canvas.path("dim", f"{ends}M{num(start)} {num(y)}H{num(end)}")
        return
    middle, half = (start + end) / 2, max(canvas.width(words, _ROLE) for words in line.lines) / 2 + 8
    bars = f"M{num(start)} {num(y)}H{num(middle - half)}M{num(middle + half)} {num(y)}H{num(end)}"
    canvas.path("dim", ends + bars if middle - half > start else ends)
    first = y + 4.3 - _LINE * (len(line.lines) - 1) / 2
    for number, words in enumerate(line.lines):
        canvas.text(_ROLE, middle, first + number * _LINE, words, anchor="middle")


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
