"""What of a result is in sight, and what each point is: usual, good news, bad news, changed or left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from wellrun_spc.results import Direction, Phase, Point, Result, Side, Signal
from wellrun_spc.rules import RULE_SETS

Tone: TypeAlias = Literal["good", "bad", "shift"]

_OF_READING: dict[str, Tone] = {"improving": "good", "concerning": "bad"}


def tone_of(side: Side, direction: Direction) -> Tone:
    """What a signal on this side means where a higher (lower) value is better."""
    if direction == "neutral":
        return "shift"
    return "good" if (side == "high") == (direction == "increase") else "bad"


@dataclass(frozen=True, slots=True)
class Stretch:
    """The points of one phase that are in sight: positions in `View.points`, the end not included."""

    phase: Phase
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class View:
    """A result, or only its latest points."""

    result: Result
    offset: int
    """Position in the result of the first point in sight."""
    points: tuple[Point, ...]
    stretches: tuple[Stretch, ...]

    @property
    def signals(self) -> Iterator[Signal]:
        """Signals with a point in sight, in the result's order."""
        return (signal for signal in self.result.signals if signal.positions[-1] >= self.offset)

    def on_line(self) -> list[list[int]]:
        """The data line as unbroken pieces. A missing point breaks it; one left out is passed over."""
        pieces: list[list[int]] = [[]]
        for index, point in enumerate(self.points):
            if point.excluded:
                continue
            if point.value is None:
                pieces.append([])
            else:
                pieces[-1].append(index)
        return [piece for piece in pieces if piece]


def view_of(result: Result, last: int | None = None) -> View:
    """The result as far as it is to be shown: all of it, or the latest `last` points."""
    offset = max(0, len(result.points) - last) if last is not None and last > 0 else 0
    return View(
        result=result,
        offset=offset,
        points=result.points[offset:],
        stretches=tuple(
            Stretch(phase, max(phase.start - offset, 0), phase.end - offset + 1)
            for phase in result.phases
            if phase.end >= offset and result.points
        ),
    )


def tones(view: View) -> dict[int, tuple[Tone, Side, list[Signal]]]:
    """By place in sight: tone and side of each point that a rule fired on, and all signals it is part of.

    The first rule in the set's own order decides, or good news does where the rule set says so. Where the
    reading had to choose between good and bad news at the latest point, its choice stands.
    """
    result = view.result
    found: dict[int, list[Signal]] = {}
    for signal in view.signals:
        for position in signal.positions if signal.located else ():
            if position >= view.offset:
                found.setdefault(position - view.offset, []).append(signal)
    known = RULE_SETS.get(result.rules)
    hopeful = known is not None and known.conflict == "improvement"
    decided = {index: _decide(signals, result.direction, hopeful=hopeful) for index, signals in found.items()}
    latest = max(decided, default=None)
    spoken = _OF_READING.get(result.reading.variation)
    if result.reading.mixed and latest is not None and spoken is not None:
        decided[latest] = (spoken, *decided[latest][1:])
    return decided


def _decide(
    signals: Sequence[Signal], direction: Direction, *, hopeful: bool
) -> tuple[Tone, Side, list[Signal]]:
    meanings = [tone_of(signal.side, direction) for signal in signals]
    chosen = meanings.index("good") if hopeful and "good" in meanings else 0
    return meanings[chosen], signals[chosen].side, list(signals)
