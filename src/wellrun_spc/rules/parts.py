"""The parts that rule sets are built from: each finds one kind of pattern in one phase."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from wellrun_spc.kernel.patterns import HIGH, same_side, trends
from wellrun_spc.kernel.patterns import two_of_three as find_two_of_three
from wellrun_spc.results import Side
from wellrun_spc.rules.track import Track


class Finding(NamedTuple):
    """A pattern that a part found: positions in the series, and the side of the centre (or the direction)."""

    rule: str
    positions: tuple[int, ...]
    side: Side
    located: bool = True
    clear: bool = True
    """Whether it tells which way the numbers went; if not, the side is only that of the latest points."""


@dataclass(frozen=True, slots=True)
class Part:
    """One rule with its options: an immutable value. Make one with `outside`, `shift`, `trend` and so on."""

    name: str
    search: Callable[..., list[Finding]]
    options: tuple[Any, ...] = ()
    needs_order: bool = True
    """It rests on points that follow each other independently, as moving ranges do not."""

    def find(self, track: Track) -> list[Finding]:
        """All patterns of this kind in a phase."""
        return self.search(track, self.name, *self.options)


def outside() -> Part:
    """A point strictly beyond a 3 sigma limit (Shewhart 1931). Neighbours on one side make one signal."""
    return Part("outside", _outside, needs_order=False)


def shift(length: int) -> Part:
    """``length`` or more points in a row strictly on one side of the centre; all of them are signalled."""
    return Part("shift", _shift, (length,))


def trend(length: int) -> Part:
    """``length`` or more points in a row, each strictly higher (or each lower) than the one before."""
    return Part("trend", _trend, (length,))


def two_of_three(*, all_on_side: bool = True, beyond_counts: bool = False) -> Part:
    """Two of three points in a row beyond 2 sigma on the same side; those beyond 2 sigma are signalled.

    ``all_on_side`` asks for the third point on that side of the centre too; ``beyond_counts`` lets points
    beyond 3 sigma count.
    """
    return Part("two_of_three", _two_of_three, (all_on_side, beyond_counts))


def longest_run() -> Part:
    """Runs longer than chance gives: more than round(log2 n) + 3 of n useful points (Schilling 2012)."""
    return Part("longest_run", _longest_run)


def crossings() -> Part:
    """Fewer crossings of the centre than chance gives (Chen 2010; Anhøj 2014), about the whole phase.

    The direction is clear where the last run and the later half of the useful points agree.
    """
    return Part("crossings", _crossings)


def _side(side: int) -> Side:
    return "high" if side == HIGH else "low"


def _stretches(
    name: str, track: Track, places: Sequence[int], sides: Sequence[int], length: int
) -> list[Finding]:
    """A finding for each stretch of ``length`` or more on one side; ``places`` says where sides stand."""
    starts, ends = [0] * len(sides), [0] * len(sides)
    found = same_side(sides, length, starts, ends)
    return [
        Finding(
            name,
            tuple([track.positions[place] for place in places[starts[i] : ends[i] + 1]]),
            _side(sides[starts[i]]),
        )
        for i in range(found)
    ]


def _outside(track: Track, name: str) -> list[Finding]:
    marks = track.beyond(3.0)
    return _stretches(name, track, range(len(marks)), marks, 1) if any(marks) else []


def _shift(track: Track, name: str, length: int) -> list[Finding]:
    places = track.followed()
    return _stretches(name, track, places, [track.sides[place] for place in places], length)


def _trend(track: Track, name: str, length: int) -> list[Finding]:
    places = track.changing()
    size = len(places)
    starts, ends, directions = [0] * size, [0] * size, [0] * size
    found = trends([track.values[place] for place in places], length, starts, ends, directions)
    return [
        Finding(
            name,
            tuple([track.positions[place] for place in places[starts[i] : ends[i] + 1]]),
            _side(directions[i]),
        )
        for i in range(found)
    ]


def _two_of_three(track: Track, name: str, all_on_side: bool, beyond_counts: bool) -> list[Finding]:
    track = track.about_centre()
    zones = track.beyond(2.0)
    if not beyond_counts:
        zones = [0 if out else zone for zone, out in zip(zones, track.beyond(3.0), strict=True)]
    if sum(map(abs, zones)) < 2:
        return []
    places = track.followed()
    size = len(places)
    sides, far = [track.sides[place] for place in places], [zones[place] for place in places]
    marks, starts, ends = [0] * size, [0] * size, [0] * size
    found = find_two_of_three(sides, far, all_on_side, marks, starts, ends)
    return [_marked(track, name, places, marks, starts[i], ends[i]) for i in range(found)]


def _marked(
    track: Track, name: str, places: Sequence[int], marks: Sequence[int], start: int, end: int
) -> Finding:
    """The marked points of one stretch: two or more of its first three are on the side that fired."""
    side = HIGH if sum(marks[start : start + 3]) > 0 else -HIGH
    within = [place for place in range(start, end + 1) if marks[place] == side]
    return Finding(name, tuple([track.positions[places[place]] for place in within]), _side(side))


def _longest_run(track: Track, name: str) -> list[Finding]:
    return long_runs(track, name, track.runs.longest_max)


def _crossings(track: Track, name: str) -> list[Finding]:
    return few_crossings(track, name)


def few_crossings(track: Track, name: str) -> list[Finding]:
    """A finding about the whole phase where there are fewer crossings than its bound."""
    expected = track.runs.crossings_min
    return [] if expected is None or track.runs.crossings >= expected else [about_all(track, name)]


def long_runs(track: Track, name: str, most: int | None) -> list[Finding]:
    """A finding for each run of more than ``most`` useful points; ``None`` where there are none."""
    if most is None or track.runs.longest <= most:
        return []
    places = track.useful()
    return _stretches(name, track, places, [track.sides[place] for place in places], most + 1)


def about_all(track: Track, name: str) -> Finding:
    """A finding about all useful points of a phase, of which there are some."""
    places = track.useful()
    positions = tuple([track.positions[place] for place in places])
    sides = [track.sides[place] for place in places]
    return Finding(name, positions, _side(sides[-1]), located=False, clear=_went_to(sides[-1], sides))


def _went_to(side: int, sides: Sequence[int]) -> bool:
    """Whether the later half of the useful points lies more to that side than the earlier half, or all do.

    A level that rose and fell back crosses seldom too: its last run alone does not say where it went.
    """
    half = len(sides) // 2
    change = sum(sides[len(sides) - half :]) - sum(sides[:half])
    return change * side > 0 or all(each == side for each in sides)
