"""Patterns about a line: the side each point lies on, and stretches of points that chance seldom gives."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence

HIGH = 1
LOW = -1
ON_LINE = 0
GAP = 2


def sides_of(values: Sequence[float], centre: float, slack: float, sides: MutableSequence[int]) -> None:
    """Fill ``sides``: above the centre, below it, on it (within ``slack``), or missing."""
    for position in range(len(values)):
        distance = values[position] - centre
        if distance > slack:
            sides[position] = HIGH
        elif distance < -slack:
            sides[position] = LOW
        elif distance == distance:
            sides[position] = ON_LINE
        else:
            sides[position] = GAP


def beyond(
    values: Sequence[float],
    centre: float,
    sigma: Sequence[float],
    sigmas: float,
    slack: float,
    marks: MutableSequence[int],
) -> None:
    """Mark points strictly more than ``sigmas`` standard errors from the centre, with their side.

    Where the standard error is 0 or missing no point is marked.
    """
    for position in range(len(values)):
        marks[position] = ON_LINE
        if sigma[position] > 0:
            distance = values[position] - centre
            edge = sigmas * sigma[position] + slack
            if distance > edge:
                marks[position] = HIGH
            elif distance < -edge:
                marks[position] = LOW


def same_side(
    sides: Sequence[int], length: int, starts: MutableSequence[int], ends: MutableSequence[int]
) -> int:
    """Find stretches of ``length`` or more points on one side; fill their ends; return how many there are.

    A point on the line and a gap break a stretch: take them out first where they are to be skipped.
    """
    found = 0
    start = 0
    size = len(sides)
    for position in range(1, size + 1):
        if position == size or sides[position] != sides[start]:
            if abs(sides[start]) == HIGH and position - start >= length:
                starts[found] = start
                ends[found] = position - 1
                found += 1
            start = position
    return found


def trends(
    values: Sequence[float],
    length: int,
    starts: MutableSequence[int],
    ends: MutableSequence[int],
    directions: MutableSequence[int],
) -> int:
    """Find stretches of ``length`` or more points that only rise or only fall; return how many there are.

    A value equal to the one before it, and a gap, end a stretch. A turning point belongs to both stretches.
    """
    found = 0
    start = 0
    direction = ON_LINE
    size = len(values)
    for position in range(1, size + 1):
        step = ON_LINE
        if position < size:
            if values[position] > values[position - 1]:
                step = HIGH
            elif values[position] < values[position - 1]:
                step = LOW
        if step != direction or position == size:
            if direction != ON_LINE and position - start >= length:
                starts[found] = start
                ends[found] = position - 1
                directions[found] = direction
                found += 1
            start = position - 1
            direction = step
    return found


def two_of_three(
    sides: Sequence[int],
    zones: Sequence[int],
    all_on_side: bool,
    marks: MutableSequence[int],
    starts: MutableSequence[int],
    ends: MutableSequence[int],
) -> int:
    """Find three points in a row of which two or more lie in an outer zone on the same side.

    ``zones`` holds the side of each point that lies in the outer zone. Fill ``marks`` with the side of each
    point that counts. Windows that share a point and a side are one stretch: fill the ends of each; return
    how many there are.
    """
    found = 0
    before = ON_LINE
    for first in range(len(sides) - 2):
        if zones[first] == ON_LINE and zones[first + 1] == ON_LINE:
            continue
        side = _outer_side(sides, zones, first, all_on_side)
        if side == ON_LINE:
            continue
        for position in range(first, first + 3):
            if zones[position] == side:
                marks[position] = side
        if found == 0 or before != side or first > ends[found - 1]:
            starts[found] = first
            found += 1
        ends[found - 1] = first + 2
        before = side
    return found


def _outer_side(sides: Sequence[int], zones: Sequence[int], first: int, all_on_side: bool) -> int:
    """The side on which two of the three points from ``first`` lie far out; 0 where there is none."""
    for side in (HIGH, LOW):
        outer = 0
        inside = 0
        for position in range(first, first + 3):
            if zones[position] == side:
                outer += 1
            if sides[position] == side:
                inside += 1
        if outer >= 2 and (inside == 3 or not all_on_side):
            return side
    return ON_LINE


def crowded(
    zones: Sequence[int],
    needed: int,
    window: int,
    marks: MutableSequence[int],
    starts: MutableSequence[int],
    ends: MutableSequence[int],
) -> int:
    """Find ``window`` points in a row of which ``needed`` (more than half) lie in an outer zone on one side.

    ``zones`` holds the side of each point that lies in the zone. The marks and ends are filled as by
    `two_of_three`; return how many stretches there are.
    """
    found = 0
    before = ON_LINE
    for first in range(len(zones) - window + 1):
        side = _crowded_side(zones, first, needed, window)
        if side == ON_LINE:
            continue
        for position in range(first, first + window):
            if zones[position] == side:
                marks[position] = side
        if found == 0 or before != side or first > ends[found - 1]:
            starts[found] = first
            found += 1
        ends[found - 1] = first + window - 1
        before = side
    return found


def _crowded_side(zones: Sequence[int], first: int, needed: int, window: int) -> int:
    for side in (HIGH, LOW):
        inside = 0
        for position in range(first, first + window):
            if zones[position] == side:
                inside += 1
        if inside >= needed:
            return side
    return ON_LINE


def alternating(
    values: Sequence[float], length: int, starts: MutableSequence[int], ends: MutableSequence[int]
) -> int:
    """Find stretches of ``length`` or more points that go up and down in turn; return how many there are.

    A value equal to the one before it, and a gap, end a stretch.
    """
    found = 0
    start = 0
    before = ON_LINE
    size = len(values)
    for position in range(1, size + 1):
        step = ON_LINE
        if position < size:
            if values[position] > values[position - 1]:
                step = HIGH
            elif values[position] < values[position - 1]:
                step = LOW
        if step in (ON_LINE, before):
            if position - start >= length:
                starts[found] = start
                ends[found] = position - 1
                found += 1
            start = position if step == ON_LINE else position - 1
        before = step
    return found
