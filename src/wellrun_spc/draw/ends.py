"""Words at the right end of each line instead of a legend, pushed apart and led back to their line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.layout import spread
from wellrun_spc.draw.plot import EndLabel, Plot
from wellrun_spc.draw.svg import num
from wellrun_spc.draw.view import View
from wellrun_spc.draw.words import Say, centre_word, limit_word, run_line_word
from wellrun_spc.results import Point, Side

APART = 16.0


def end_labels(view: View, say: Say, *, short: bool) -> list[EndLabel]:
    """What the lines are called, with the values they have at the latest point."""
    labels: list[EndLabel] = []
    point = _latest(view)
    if point is not None and point.centre is not None:
        word = f"{centre_word(view.result, short=short)} {say(point.centre)}"
        labels.append(EndLabel("t-strong", point.centre, word))
        labels += _limits(point, say, short=short)
        middle = view.result.phases[point.phase].middle
        if middle is not None and middle != point.centre:
            word = f"{run_line_word(view.result, short=short)} {say(middle)}"
            labels.append(EndLabel("t-dim", middle, word))
    target = view.points[-1].target if view.points else None
    target = view.result.target if target is None else target
    if target is not None:
        labels.append(EndLabel("t-target", target, f"Target {say.quoted(target)}"))
    return labels


def _latest(view: View) -> Point | None:
    """The latest point that has a centre line."""
    return next((point for point in reversed(view.points) if point.centre is not None), None)


def _limits(point: Point, say: Say, *, short: bool) -> Iterator[EndLabel]:
    """The limits that have a line of their own."""
    sides: tuple[tuple[Side, float | None, bool], ...] = (
        ("high", point.ucl, point.ucl_clipped),
        ("low", point.lcl, point.lcl_clipped),
    )
    for side, value, clipped in sides:
        if value is not None and not clipped and value != point.centre:
            yield EndLabel("t-dim", value, f"{limit_word(side, short=short)} {say(value)}")


def draw_ends(canvas: Canvas, plot: Plot, labels: Sequence[EndLabel]) -> None:
    """The labels, at least 16 apart, each with a leader from the end of its line."""
    lines = [plot.y(label.value) for label in labels]
    heights = spread(lines, gap=APART, low=2, high=plot.height - 2)
    start, end = plot.right + 1, plot.right + 8
    room = plot.width - end - 4
    leaders = []
    for line, height in zip(lines, heights, strict=True):
        down = num(height - line)
        leaders.append(f"M{num(start)} {num(line)}" + ("h7" if down == "0" else f"l7 {down}"))
    canvas.path("leader", "".join(leaders))
    for label, height in zip(labels, heights, strict=True):
        words = label.words if canvas.width(label.words, label.role) <= room else label.words.split(" ")[-1]
        canvas.text(label.role, end + 4, height + 4.4, words)
