"""The rules for a phase of any length: the plain loops of `wellrun_spc.kernel`, compiled.

A part finds stretches of places; who asks may colour their points, or list them.
"""

from __future__ import annotations

import numpy as np

from wellrun_spc.panel.compiled.jit import inner
from wellrun_spc.panel.compiled.lines import Line, fill_errors
from wellrun_spc.panel.compiled.load import ROOM, SIGMA
from wellrun_spc.panel.compiled.records import (
    ALL_ON_SIDE,
    BEYOND_COUNTS,
    CROSSINGS,
    GAPS,
    KIND,
    LENGTH,
    LONGEST_RUN,
    OUTSIDE,
    SHIFT,
    TREND,
    TWO_OF_THREE,
    Choices,
    Counts,
    Floats,
    Smalls,
)
from wellrun_spc.panel.compiled.short import RunsCount
from wellrun_spc.panel.compiled.sources import (
    beyond,
    crossings_expected,
    longest_and_crossings,
    longest_expected,
    same_side,
    sides_of,
    trends,
    two_of_three,
)

HIGH = 1
ON_LINE = 0
GAP = 2

SIDES, FAR, NEAR, SEEN, ZONES, MARKS, WAYS, ABOUT = range(8)
"""Rows of the small scratch: the side of each point, whether it is beyond 3 and 2 standard errors; what a
rule sees at each place it looks at, in which zone that is, which places count; the side of each stretch; the
side of the centre, where runs are judged about another line."""
ORDER, STARTS, ENDS = range(3)
"""Rows of the scratch of places: those that a rule looks at in turn, and the ends of stretches."""


@inner
def smalls_for(size: int) -> Smalls:
    """Scratch for phases of up to ``size`` points."""
    return np.zeros((8, size), np.int8)


@inner
def orders_for(size: int) -> Counts:
    """Scratch for phases of up to ``size`` points."""
    return np.zeros((3, size), np.int32)


@inner
def look(
    choices: Choices, line: Line, slack: float, values: Floats, at: int, size: int, work: Floats,
    small: Smalls, order: Counts,
) -> RunsCount:  # fmt: skip
    """Fill in where each point of a phase lies, and count its runs."""
    fill_errors(choices.chart, line, values, at, size, work)
    values, sigma = values[at : at + size], work[SIGMA * (len(work) // 5) :][:size]
    if choices.chart == GAPS:
        sides_of(values, line.middle, slack, small[SIDES, :size])
        sides_of(values, line.centre, slack, small[ABOUT, :size])
    else:
        sides_of(values, line.centre, slack, small[SIDES, :size])
    beyond(values, line.centre, sigma, 3.0, slack, small[FAR, :size])
    beyond(values, line.centre, sigma, 2.0, slack, small[NEAR, :size])
    useful = _follow(small, SIDES, order, size, True, True)
    longest, crossings = longest_and_crossings(small[SEEN, :useful])
    return RunsCount(useful, longest, crossings)


@inner
def _follow(small: Smalls, row: int, order: Counts, size: int, skip_ties: bool, skip_gaps: bool) -> int:
    """Put the places that a rule looks at in order, with their sides in a row; return how many there are."""
    found = 0
    for place in range(size):
        side = small[row, place]
        if (side == ON_LINE and skip_ties) or (side == GAP and skip_gaps):
            continue
        order[ORDER, found] = place
        small[SEEN, found] = side
        found += 1
    return found


@inner
def _follow_changes(choices: Choices, values: Floats, at: int, size: int, work: Floats, order: Counts) -> int:
    room = ROOM * (len(work) // 5)
    found = 0
    before = np.nan
    for place in range(size):
        value = values[at + place]
        if (value != value and choices.skip_gaps) or (value == before and choices.skip_ties):
            continue
        order[ORDER, found] = place
        work[room + found] = value
        before = value
        found += 1
    return found


@inner
def stretches_of(
    choices: Choices, parts: Counts, part: int, runs: RunsCount, values: Floats, at: int, size: int,
    work: Floats, small: Smalls, order: Counts,
) -> int:  # fmt: skip
    """Find the stretches of one part of the rule set; return how many there are."""
    kind, length = parts[KIND, part], parts[LENGTH, part]
    if kind == OUTSIDE:
        return _outside(small, order, size)
    if kind == SHIFT:
        kept = _follow(small, SIDES, order, size, choices.skip_ties, choices.skip_gaps)
        return _sided(small, order, kept, length)
    if kind == TREND:
        kept = _follow_changes(choices, values, at, size, work, order)
        return trends(work[ROOM * (len(work) // 5) :][:kept], length, order[STARTS], order[ENDS], small[WAYS])
    if kind == TWO_OF_THREE:
        row = ABOUT if choices.chart == GAPS else SIDES
        kept = _follow(small, row, order, size, choices.skip_ties, choices.skip_gaps)
        return _two_of_three(
            small, order, kept, parts[ALL_ON_SIDE, part] != 0, parts[BEYOND_COUNTS, part] != 0
        )
    if kind == LONGEST_RUN:
        return _longest_runs(small, order, size, runs)
    return _crossings(small, order, size, runs) if kind == CROSSINGS else 0


@inner
def _sided(small: Smalls, order: Counts, size: int, length: int) -> int:
    """Stretches on one side among the places followed."""
    if size == 0:
        return 0
    found = same_side(small[SEEN, :size], length, order[STARTS], order[ENDS])
    for i in range(found):
        small[WAYS, i] = small[SEEN, order[STARTS, i]]
    return found


@inner
def _outside(small: Smalls, order: Counts, size: int) -> int:
    for place in range(size):
        order[ORDER, place] = place
        small[SEEN, place] = small[FAR, place]
    return _sided(small, order, size, 1)


@inner
def _longest_runs(small: Smalls, order: Counts, size: int, runs: RunsCount) -> int:
    if runs.useful == 0 or runs.longest <= longest_expected(runs.useful):
        return 0
    return _sided(
        small, order, _follow(small, SIDES, order, size, True, True), longest_expected(runs.useful) + 1
    )


@inner
def _crossings(small: Smalls, order: Counts, size: int, runs: RunsCount) -> int:
    if runs.useful == 0 or runs.crossings >= crossings_expected(runs.useful):
        return 0
    useful = _follow(small, SIDES, order, size, True, True)
    order[STARTS, 0], order[ENDS, 0] = 0, useful - 1
    small[WAYS, 0] = small[SEEN, useful - 1]
    return 1


@inner
def _two_of_three(small: Smalls, order: Counts, size: int, all_on_side: bool, beyond_counts: bool) -> int:
    for i in range(size):
        place = order[ORDER, i]
        is_near = beyond_counts or small[FAR, place] == ON_LINE
        small[ZONES, i] = small[NEAR, place] if is_near else ON_LINE
        small[MARKS, i] = ON_LINE
    found = two_of_three(
        small[SEEN, :size], small[ZONES, :size], all_on_side, small[MARKS, :size], order[STARTS], order[ENDS]
    )
    for i in range(found):
        start = order[STARTS, i]
        tally = small[MARKS, start] + small[MARKS, start + 1] + small[MARKS, start + 2]
        small[WAYS, i] = HIGH if tally > 0 else -HIGH
    return found


@inner
def belongs(kind: int, small: Smalls, i: int, stretch: int) -> bool:
    """Whether a place within a stretch is one of the points that it signals."""
    return kind != TWO_OF_THREE or small[MARKS, i] == small[WAYS, stretch]


@inner
def is_clear(kind: int, small: Smalls, useful: int) -> bool:
    """Whether the side of a stretch says where the numbers went; too few crossings may not, as in `short`."""
    if kind != CROSSINGS:
        return True
    half, change, way = useful // 2, 0, int(small[WAYS, 0])
    for place in range(half):
        # as whole numbers of any size: the scratch holds them in one byte
        change += int(small[SEEN, useful - half + place]) - int(small[SEEN, place])
    is_same = True
    for place in range(useful):
        is_same &= small[SEEN, place] == way
    return change * way > 0 or is_same
