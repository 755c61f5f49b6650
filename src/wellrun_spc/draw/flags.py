"""Pine flags: what the team changed and when, on rows so that no pole crosses a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from wellrun_spc.draw.canvas import Anchor, Canvas
from wellrun_spc.draw.lettering import shorten
from wellrun_spc.draw.plot import Plot
from wellrun_spc.draw.svg import escape, num
from wellrun_spc.results import X

ROW = 24.0
"""From one row of flags to the next."""
PENNANT = 18.0
"""Width of a pennant; it is 16 high."""
_WORDS_AT = 23.0
_GAP = 8.0
_MOST_ROWS = 7
_ROOMS = (float("inf"), 130.0, 0.0)
"""Widths that words are held to, one after the other, until the flags find good places."""
_SPLITS = 6
"""How many ways are tried to let the first flags fly right and the others left."""
_GOOD_ENOUGH = 1.3
"""All words are whole, and no more rows are used than that."""
_LEAST_ROOM = 48.0
"""Words with less room than this are left out; the number stays."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something that happened at a period: a test, a change, an event. Drawn as a numbered flag."""

    x: X
    label: str


_Pole: TypeAlias = tuple[float, int, str]
"""Where a flag stands, its number and its label."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A placed flag: its pole, its row from the top, the words beside it, and all that these cover."""

    number: int
    label: str
    x: float
    row: int
    words: str
    leftwards: bool
    """Pennant and words fly to the left of the pole."""
    start: float
    end: float


def place_flags(plot: Plot, canvas: Canvas, annotations: Sequence[Annotation]) -> list[Flag]:
    """A place for each annotation in sight, numbered in the order given.

    Words stand right of the pole where they fit, else left of it, else they are shortened or left out; a
    narrow drawing has numbers only. No pole that hangs from a row above crosses what a flag covers.
    """
    poles = [
        (x, number, " ".join(annotation.label.split()))
        for number, annotation in enumerate(annotations, start=1)
        if (x := _pole(plot, annotation.x)) is not None
    ]
    poles.sort()
    best: list[Flag] = []
    least = float("inf")
    for flags in _tries(plot, canvas, poles):
        loss = _loss(flags, len(poles), numbers_only=plot.form.narrow)
        if loss < least:
            best, least = flags, loss
        if loss < _GOOD_ENOUGH:
            break
    top = min((flag.row for flag in best), default=0)
    return [
        replace(flag, row=flag.row - top) for flag in sorted(best, key=lambda flag: (flag.x, flag.number))
    ]


def _tries(plot: Plot, canvas: Canvas, poles: Sequence[_Pole]) -> Iterator[list[Flag]]:
    """Arrangements to choose from: stairs down to the right, down to the left, or both towards the middle."""
    count = len(poles)
    splits = [count, 0, *sorted(range(1, count), key=lambda split: abs(2 * split - count))[:_SPLITS]]
    for most in (0.0,) if plot.form.narrow else _ROOMS:
        for split in splits:
            yield _placed(plot, canvas, [*poles[:split], *reversed(poles[split:])], split=split, most=most)


def _placed(plot: Plot, canvas: Canvas, poles: Sequence[_Pole], *, split: int, most: float) -> list[Flag]:
    """One arrangement: the first `split` flags fly to the right if they can, the others to the left."""
    placed: list[Flag] = []
    for index, pole in enumerate(poles):
        for flag in _options(plot, canvas, pole, leftwards=index >= split, most=most):
            row = _row(placed, flag, rows=_MOST_ROWS if most else len(poles))
            if row is not None:
                placed.append(replace(flag, row=row))
                break
    return placed


def _loss(flags: Sequence[Flag], wanted: int, *, numbers_only: bool) -> float:
    """How much an arrangement lost: flags first, then words, then room."""
    rows = [flag.row for flag in flags]
    lost = (wanted - len(flags)) * 1000 + (max(rows, default=0) - min(rows, default=0)) * 0.2
    if numbers_only:
        return lost
    return lost + sum(
        4 * (not flag.words) + 10 * (1 - len(flag.words) / len(flag.label)) for flag in flags if flag.label
    )


def _pole(plot: Plot, x: X) -> float | None:
    """Where a pole stands; None out of sight. Just before the first point, or after the last, counts."""
    coordinate = plot.along.coordinate(x)
    if coordinate is None or not plot.xs:
        return None
    place = plot.along.place(coordinate)
    slack = max(plot.spacing, plot.form.inset)
    if not plot.xs[0] - slack / 2 <= place <= plot.xs[-1] + slack * 1.5:
        return None
    return min(max(place, plot.left), plot.right)


def _options(plot: Plot, canvas: Canvas, pole: _Pole, *, leftwards: bool, most: float) -> Iterator[Flag]:
    """Ways to draw a flag, best first."""
    x, number, label = pole
    words = "" if plot.form.narrow else label
    for left in (leftwards, not leftwards):
        room = min(most, (x if left else plot.width - x) - _WORDS_AT - 2)
        if words and canvas.width(words, "t-dim") <= room:
            yield _flag(canvas, pole, words, leftwards=left)
    for left in (leftwards, not leftwards):
        room = min(most, (x if left else plot.width - x) - _WORDS_AT - 2)
        if words and room >= _LEAST_ROOM:
            yield _flag(canvas, pole, shorten(words, room, canvas.size("t-dim")), leftwards=left)
    if x + PENNANT <= plot.width:
        yield Flag(number, label, x, 0, "", False, x, x + PENNANT)
    yield Flag(number, label, x, 0, "", True, x - PENNANT, x)


def _flag(canvas: Canvas, pole: _Pole, words: str, *, leftwards: bool) -> Flag:
    x, number, label = pole
    reach = _WORDS_AT + canvas.width(words, "t-dim")
    return Flag(
        number, label, x, 0, words, leftwards, x - reach if leftwards else x, x if leftwards else x + reach
    )


def _row(placed: Sequence[Flag], flag: Flag, *, rows: int) -> int | None:
    """The row nearest to the first one where the flag crosses nothing; None where there is no such row."""
    used = [other.row for other in placed]
    low = max(used, default=0) - rows + 1
    high = min(used, default=0) + rows - 1
    taken: set[int] = set()
    for other in placed:
        if other.start < flag.x < other.end + _GAP:
            low = max(low, other.row + 1)
        if flag.start - _GAP < other.x < flag.end and abs(other.x - flag.x) > 1:
            high = min(high, other.row - 1)
        if other.start - _GAP < flag.end and flag.start < other.end + _GAP:
            taken.add(other.row)
    free = [row for row in range(low, high + 1) if row not in taken]
    return min(free, key=lambda row: (abs(row), -row), default=None)


def rows_of(flags: Sequence[Flag]) -> int:
    """How many rows the flags need."""
    return max((flag.row for flag in flags), default=-1) + 1


def draw_poles(canvas: Canvas, plot: Plot, flags: Sequence[Flag], top: float) -> None:
    """All poles as one path, from each flag's row to the axis."""
    bottom = num(plot.height)
    canvas.path("pole", "".join([f"M{num(flag.x)} {num(top + flag.row * ROW)}V{bottom}" for flag in flags]))


def draw_flags(canvas: Canvas, flags: Sequence[Flag], top: float) -> None:
    """Pennants with their numbers, and the words beside them."""
    for flag in flags:
        y, way = top + flag.row * ROW, -1 if flag.leftwards else 1
        shape = f"M{num(flag.x)} {num(y)}h{18 * way}l{-4 * way} 8 {4 * way} 8h{-18 * way}z"
        title = f"<title>{escape(f'{flag.number}: {flag.label}')}</title>"
        canvas.add(f'<path{canvas.theme.pens["flag"]} d="{shape}">{title}</path>')
        canvas.text("t-flag", flag.x + 7.5 * way, y + 12.4, str(flag.number), anchor="middle")
        if flag.words:
            anchor: Anchor = "end" if flag.leftwards else "start"
            canvas.text("t-dim", flag.x + _WORDS_AT * way, y + 12.5, flag.words, anchor=anchor, halo=True)
