"""Parts that look at bands of one standard error, and at points that go up and down in turn."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun_spc.kernel.patterns import HIGH, ON_LINE, crowded, same_side
from wellrun_spc.kernel.patterns import alternating as find_alternating
from wellrun_spc.results import Side
from wellrun_spc.rules.parts import Finding, Part
from wellrun_spc.rules.track import Track


def four_of_five() -> Part:
    """Four of five points in a row beyond 1 sigma on the same side (Western Electric 1956; Nelson 1984).

    The fifth may lie anywhere. The points beyond 1 sigma are signalled.
    """
    return Part("four_of_five", _four_of_five)


def near_centre(length: int = 15) -> Part:
    """``length`` or more points in a row within 1 sigma of the centre, on either side (Nelson 1984, test 7).

    Points that are all exactly on the centre are no signal: nothing varies there. It does not tell which way
    the numbers went.
    """
    return Part("near_centre", _near_centre, (length,))


def far_from_centre(length: int = 8) -> Part:
    """``length`` or more points in a row beyond 1 sigma, some above and some below (Nelson 1984, test 8).

    It does not tell which way the numbers went.
    """
    return Part("far_from_centre", _far_from_centre, (length,))


def alternating(length: int = 14) -> Part:
    """``length`` or more points in a row that go up and down in turn (Nelson 1984, test 4).

    It does not tell which way the numbers went.
    """
    return Part("alternating", _alternating, (length,))


def _four_of_five(track: Track, name: str) -> list[Finding]:
    track = track.about_centre()
    zones = track.beyond(1.0)
    if sum(map(abs, zones)) < 4:
        return []
    places = track.followed()
    size = len(places)
    marks, starts, ends = [0] * size, [0] * size, [0] * size
    found = crowded([zones[place] for place in places], 4, 5, marks, starts, ends)
    return [_on_one_side(track, name, places, marks, starts[i], ends[i]) for i in range(found)]


def _on_one_side(
    track: Track, name: str, places: Sequence[int], marks: Sequence[int], start: int, end: int
) -> Finding:
    """The marked points of one stretch: four or more of its first five are on the side that fired."""
    side = HIGH if sum(marks[start : start + 5]) > 0 else -HIGH
    within = [track.positions[places[at]] for at in range(start, end + 1) if marks[at] == side]
    return Finding(name, tuple(within), "high" if side == HIGH else "low")


def _near_centre(track: Track, name: str, length: int) -> list[Finding]:
    track = track.about_centre()
    zones, places = track.beyond(1.0), track.followed()
    near = [
        HIGH if track.sigma[at] > 0 and track.values[at] == track.values[at] and not zones[at] else ON_LINE
        for at in places
    ]
    varied = [
        (start, end)
        for start, end in _stretches(near, length)
        if any(track.sides[at] != ON_LINE for at in places[start : end + 1])
    ]
    return _unclear(track, name, places, varied)


def _far_from_centre(track: Track, name: str, length: int) -> list[Finding]:
    track = track.about_centre()
    zones, places = track.beyond(1.0), track.followed()
    stretches = _stretches([abs(zones[at]) for at in places], length)
    on_both = [
        (start, end) for start, end in stretches if len({zones[at] for at in places[start : end + 1]}) > 1
    ]
    return _unclear(track, name, places, on_both)


def _alternating(track: Track, name: str, length: int) -> list[Finding]:
    places = track.changing()
    starts, ends = [0] * len(places), [0] * len(places)
    found = find_alternating([track.values[at] for at in places], length, starts, ends)
    return _unclear(track, name, places, list(zip(starts[:found], ends[:found], strict=True)))


def _stretches(marks: Sequence[int], length: int) -> list[tuple[int, int]]:
    starts, ends = [0] * len(marks), [0] * len(marks)
    found = same_side(marks, length, starts, ends)
    return list(zip(starts[:found], ends[:found], strict=True))


def _unclear(
    track: Track, name: str, places: Sequence[int], stretches: Sequence[tuple[int, int]]
) -> list[Finding]:
    """Findings whose side is only that of their last point."""
    return [
        Finding(
            name,
            tuple([track.positions[at] for at in places[start : end + 1]]),
            _side_at(track, places[end]),
            clear=False,
        )
        for start, end in stretches
    ]


def _side_at(track: Track, place: int) -> Side:
    return "high" if track.sides[place] == HIGH else "low"
