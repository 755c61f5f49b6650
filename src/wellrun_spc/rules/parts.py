"""The parts that rule sets are built from: each is a frozen value that finds one kind of pattern in one phase."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from wellrun_spc.kernel.patterns import HIGH, same_side, trends, two_of_three
from wellrun_spc.results import Side
from wellrun_spc.rules.track import Track


@dataclass(frozen=True, slots=True)
class Finding:
    """A pattern that a part found: positions in the series, and the side of the centre (or the direction)."""

    rule: str
    positions: tuple[int, ...]
    side: Side
    located: bool = True


class Part(Protocol):
    """One rule, with its own options."""

    @property
    def name(self) -> str:
        """The rule's name in results: outside, shift, trend ..."""

    @property
    def needs_order(self) -> bool:
        """Whether it follows points in time about a centre, which moving ranges are no evidence for."""

    def find(self, track: Track) -> list[Finding]:
        """All patterns of this kind in a phase."""


def side_name(side: int) -> Side:
    """The word for +1 and -1."""
    return "high" if side == HIGH else "low"


def _stretches(
    name: str, track: Track, places: Sequence[int], sides: Sequence[int], length: int
) -> list[Finding]:
    """A finding for each stretch of ``length`` or more on one side; ``places`` says where each side stands."""
    starts, ends = [0] * len(sides), [0] * len(sides)
    found = same_side(sides, length, starts, ends)
    return [
        Finding(
            name,
            tuple(track.positions[places[k]] for k in range(starts[i], ends[i] + 1)),
            side_name(sides[starts[i]]),
        )
        for i in range(found)
    ]


@dataclass(frozen=True, slots=True)
class Outside:
    """A point strictly beyond a 3 sigma limit (Shewhart 1931). Neighbours on one side make one signal."""

    name: str = "outside"
    needs_order: bool = False

    def find(self, track: Track) -> list[Finding]:
        marks = track.beyond(3.0)
        return _stretches(self.name, track, range(len(marks)), marks, 1) if any(marks) else []


@dataclass(frozen=True, slots=True)
class Shift:
    """``length`` or more points in a row strictly on one side of the centre; all of them are signalled."""

    length: int
    name: str = "shift"
    needs_order: bool = True

    def find(self, track: Track) -> list[Finding]:
        places = track.followed()
        return _stretches(self.name, track, places, [track.sides[place] for place in places], self.length)


@dataclass(frozen=True, slots=True)
class Trend:
    """``length`` or more points in a row, each strictly higher (lower) than the one before; all are signalled."""

    length: int
    name: str = "trend"
    needs_order: bool = True

    def find(self, track: Track) -> list[Finding]:
        size = len(track.values)
        starts, ends, directions = [0] * size, [0] * size, [0] * size
        found = trends(track.values, self.length, starts, ends, directions)
        return [
            Finding(self.name, tuple(track.positions[starts[i] : ends[i] + 1]), side_name(directions[i]))
            for i in range(found)
        ]


@dataclass(frozen=True, slots=True)
class TwoOfThree:
    """Two of three points in a row beyond 2 sigma on the same side; the points beyond 2 sigma are signalled.

    ``all_on_side`` asks for the third point on that side of the centre too; ``beyond_counts`` lets points beyond
    3 sigma count.
    """

    all_on_side: bool = True
    beyond_counts: bool = False
    name: str = "two_of_three"
    needs_order: bool = True

    def find(self, track: Track) -> list[Finding]:
        zones = track.beyond(2.0)
        if not self.beyond_counts:
            zones = [0 if out else zone for zone, out in zip(zones, track.beyond(3.0), strict=True)]
        if sum(map(abs, zones)) < 2:
            return []
        places = track.followed()
        size = len(places)
        marks, starts, ends = [0] * size, [0] * size, [0] * size
        found = two_of_three(
            [track.sides[place] for place in places], [zones[place] for place in places],
            self.all_on_side, marks, starts, ends,
        )  # fmt: skip
        findings = []
        for i in range(found):
            marked = [k for k in range(starts[i], ends[i] + 1) if marks[k]]
            side = marks[marked[0]]
            positions = tuple(track.positions[places[k]] for k in marked if marks[k] == side)
            findings.append(Finding(self.name, positions, side_name(side)))
        return findings


@dataclass(frozen=True, slots=True)
class LongestRun:
    """Runs longer than chance gives: more than round(log2 n) + 3 of n useful points (Schilling 2012)."""

    name: str = "longest_run"
    needs_order: bool = True

    def find(self, track: Track) -> list[Finding]:
        runs = track.runs
        if runs.longest_max is None or runs.longest <= runs.longest_max:
            return []
        places = track.useful()
        return _stretches(
            self.name, track, places, [track.sides[place] for place in places], runs.longest_max + 1
        )


@dataclass(frozen=True, slots=True)
class Crossings:
    """Fewer crossings of the centre than chance gives (Chen 2010; Anhøj & Olesen 2014): about the whole phase."""

    name: str = "crossings"
    needs_order: bool = True

    def find(self, track: Track) -> list[Finding]:
        runs = track.runs
        if runs.crossings_min is None or runs.crossings >= runs.crossings_min:
            return []
        places = track.useful()
        positions = tuple(track.positions[place] for place in places)
        return [Finding(self.name, positions, side_name(track.sides[places[-1]]), located=False)]
