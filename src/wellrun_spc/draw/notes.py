"""Run notes: a bracket beside the points of a run, and bold words clear of the data and of each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wellrun_spc.draw.canvas import Anchor, Canvas
from wellrun_spc.draw.layout import Box, Ground, Outline
from wellrun_spc.draw.plot import Plot
from wellrun_spc.draw.svg import num
from wellrun_spc.draw.view import Tone, tone_of
from wellrun_spc.draw.words import crossing_words, run_words
from wellrun_spc.results import Signal

_ROLE = "t-strong"
_LEG, _GAP, _LINE = 6.0, 6.0, 15.0
"""Length of a bracket's legs, least room to the data, and from one line of words to the next."""
_ASCENT, _DESCENT = 11.0, 4.0
_BRACKETED = frozenset({"longest_run", "shift", "trend", "crossings"})
_DENSE = 2.6
"""With less room than this from point to point, only the two latest runs are pointed out."""
LANE = 34.0
"""Height of the lane over the plot for notes that find no room in it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A placed note. `up` is -1 above its points and +1 below; `bracket` is the height of its bar."""

    tone: Tone
    start: float
    end: float
    bracket: float
    up: int
    lines: tuple[str, ...]
    box: Box
    """What the words cover."""
    anchor: Anchor
    in_lane: bool = False


@dataclass(frozen=True, slots=True)
class _Wish:
    """A note before it has a place."""

    tone: Tone
    start: float
    end: float
    middle: float
    """Mean height of its points."""
    above: bool
    lines: tuple[str, ...]
    joined: str
    """The same words on one line."""


def outline_of(plot: Plot, reach: float) -> Outline:
    """The outline of the points, `reach` around each, and of the line that joins them."""
    outline = Outline(plot.left, plot.right)
    for x, y in zip(plot.xs, plot.ys, strict=True):
        if y is not None:
            outline.add(x - reach, x + reach, y - reach, y + reach)
    for piece in plot.view.on_line():
        outline.add_line([(plot.xs[index], y) for index in piece if (y := plot.ys[index]) is not None])
    return outline


def worth_noting(plot: Plot) -> bool:
    """Whether any signal in sight is one that a note is made for."""
    return any(signal.rule in _BRACKETED for signal in plot.view.signals)


def place_notes(plot: Plot, canvas: Canvas, ground: Ground) -> list[Note]:
    """Places for the notes of the latest runs; those that find none are left to the reading and the table."""
    placed: list[Note] = []
    for wish in _wishes(plot):
        options = [
            note
            for lines in _shapes(wish)
            for above in (True, False)
            for note in _options(plot, canvas, ground, replace(wish, lines=lines), above=above)
            if not any(note.box.meets(other.box) or _over(note, other) for other in placed)
        ]
        best = min(options, key=lambda note: _cost(note, wish, ground), default=None)
        best = best or _in_lane(plot, canvas, wish, placed)
        if best is not None:
            placed.append(best)
    return placed


def _wishes(plot: Plot) -> Iterator[_Wish]:
    """Notes worth making, newest first; a signal mostly about the points of another is not said twice."""
    view, said = plot.view, list[set[int]]()
    signals = [signal for signal in view.signals if signal.rule in _BRACKETED]
    for signal in sorted(signals, key=lambda s: (-s.positions[-1], not s.located, -len(s.positions))):
        seen = {position - view.offset for position in signal.positions if position >= view.offset}
        shown = {index for index in seen if plot.ys[index] is not None}
        if not shown or any(
            len(shown & other) * 2 > min(len(shown), len(other)) for other in said if signal.located
        ):
            continue
        if len(said) == (plot.form.notes if plot.spacing > _DENSE else 2):
            return
        said.append(shown)
        yield _wish(plot, signal, sorted(shown))


def _wish(plot: Plot, signal: Signal, shown: Sequence[int]) -> _Wish:
    heights = [y for index in shown if (y := plot.ys[index]) is not None]
    result, short = plot.view.result, plot.form.narrow
    if signal.located:
        lines = run_words(signal, result, short=short)
    else:
        lines = crossing_words(result.phases[signal.phase], result)
    return _Wish(
        tone=tone_of(signal.side, result.direction),
        start=plot.xs[shown[0]] - 3,
        end=plot.xs[shown[-1]] + 3,
        middle=sum(heights) / len(heights),
        above=signal.side == "low" or not signal.located,
        lines=lines,
        joined=(" " if signal.located else "; ").join(lines),
    )


def _shapes(wish: _Wish) -> Iterator[tuple[str, ...]]:
    yield wish.lines
    yield (wish.joined,)


def _options(plot: Plot, canvas: Canvas, ground: Ground, wish: _Wish, *, above: bool) -> Iterator[Note]:
    """Places on one side of the points: words flush with either end of the bracket or in its middle."""
    up = -1 if above else 1
    bar = _clear_bar(ground, wish, up)
    width = max(canvas.width(line, _ROLE) for line in wish.lines)
    height = _LINE * (len(wish.lines) - 1) + _ASCENT + _DESCENT
    middle = (wish.start + wish.end - width) / 2
    choices: tuple[tuple[Anchor, float], ...] = (
        ("end", wish.end - width),
        ("middle", middle),
        ("start", wish.start),
    )
    for anchor, left in choices:
        start = min(max(left, plot.left + 3), plot.right - 2 - width)
        near = _beyond(ground.outline, start - 2, start + width + 2, bar + up * 3, up)
        top = near - height if above else near
        box = Box(start, top, start + width, top + height)
        if start > plot.left and box.top >= 1 and box.bottom <= plot.height - 2:
            yield Note(wish.tone, wish.start, wish.end, bar, up, wish.lines, box, anchor)


def _beyond(outline: Outline, start: float, end: float, wished: float, up: int) -> float:
    """The edge of the words nearest to the data: as wished, or further out where data are in the way."""
    if up < 0:
        return min(wished, outline.above(start, end) - 4)
    return max(wished, outline.below(start, end) + 4)


def _clear_bar(ground: Ground, wish: _Wish, up: int) -> float:
    """The height of the bar: clear of the data, and of every line it would lie on."""
    sky = ground.outline.above(wish.start, wish.end) if up < 0 else ground.outline.below(wish.start, wish.end)
    bar = sky + up * (_GAP + _LEG)
    crossed = sorted(
        (y for start, end, y in ground.levels if start < wish.end and wish.start < end), reverse=up < 0
    )
    for y in crossed:
        top, bottom = (bar, bar + _LEG) if up < 0 else (bar - _LEG, bar)
        if top - 4 < y < bottom + 4:
            bar = y + up * (_LEG + 5)
    return bar


def _over(note: Note, other: Note) -> bool:
    """Whether the bar of either note would run through the words or the bar of the other."""
    return (
        _bar_box(note).meets(_bar_box(other))
        or _bar_box(note).meets(other.box)
        or note.box.meets(_bar_box(other))
    )


def _bar_box(note: Note) -> Box:
    top = note.bracket if note.up < 0 else note.bracket - _LEG
    return Box(note.start, top - 2, note.end, top + _LEG + 2)


def _cost(note: Note, wish: _Wish, ground: Ground) -> float:
    """How far from good a place is: distance to the points, unnatural side, lines and poles crossed."""
    box = note.box
    distance = abs((box.top + box.bottom) / 2 - wish.middle)
    off_side = 0 if (note.up < 0) == wish.above else 12
    crossed = ground.lines_through(box)
    poles = sum(1 for x in ground.poles if box.left < x < box.right)
    overhang = max(0.0, wish.start - box.left) + max(0.0, box.right - wish.end)
    return distance * 0.5 + off_side + crossed * 10 + poles * 4 + overhang * 0.1 + (2 - len(note.lines)) * 3


def _in_lane(plot: Plot, canvas: Canvas, wish: _Wish, placed: Iterable[Note]) -> Note | None:
    """A place over the plot, on one line; None where the lane is taken."""
    words = wish.joined
    width = canvas.width(words, _ROLE)
    start = min(max((wish.start + wish.end - width) / 2, plot.left), plot.right - width)
    bar = -_LEG - 4
    box = Box(start, bar - 4 - _DESCENT - _ASCENT, start + width, bar - 4)
    lane = Box(min(start, wish.start) - 6, box.top, max(start + width, wish.end) + 6, 0)
    if start < 0 or any(note.in_lane and lane.meets(Box(*_reach(note))) for note in placed):
        return None
    return Note(wish.tone, wish.start, wish.end, bar, -1, (words,), box, "middle", in_lane=True)


def _reach(note: Note) -> tuple[float, float, float, float]:
    return min(note.box.left, note.start), note.box.top, max(note.box.right, note.end), 0.0


def draw_notes(canvas: Canvas, notes: Iterable[Note]) -> None:
    """Brackets in the colour of their meaning, words in ink."""
    for note in notes:
        leg = num(note.bracket - note.up * _LEG)
        start, end, bar = num(note.start), num(note.end), num(note.bracket)
        canvas.path(f"note-{note.tone}", f"M{start} {leg}V{bar}H{end}V{leg}")
        x = {"start": note.box.left, "end": note.box.right}.get(
            note.anchor, (note.box.left + note.box.right) / 2
        )
        for number, line in enumerate(note.lines):
            baseline = note.box.top + _ASCENT + number * _LINE
            canvas.text(_ROLE, x, baseline, line, anchor=note.anchor, halo=True)
