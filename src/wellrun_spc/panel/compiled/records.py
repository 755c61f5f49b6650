"""What goes into a compiled pass and what comes out: named groups of columns and choices.

Groups of columns are taken apart once, at the top of a pass: handing them on costs more than the arithmetic.
Inner functions are handed the few columns they need, and groups of plain numbers.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Places: TypeAlias = npt.NDArray[np.int64]
Counts: TypeAlias = npt.NDArray[np.int32]
Smalls: TypeAlias = npt.NDArray[np.int8]
Flags: TypeAlias = npt.NDArray[np.bool_]
Bits: TypeAlias = npt.NDArray[np.uint64]
PartBits: TypeAlias = npt.NDArray[np.uint16]
Masks: TypeAlias = npt.NDArray[np.unsignedinteger]

RUN_CHART, I_CHART, MR_CHART, P_CHART, U_CHART, C_CHART, LINED, GAPS = range(8)
"""Kinds of chart. The lines of the last two are computed beforehand, by `lined_pass` or in Python: values
then stand beside their standard errors. On charts of gaps runs are judged about a line of their own."""

NOT_JUDGED, OUTSIDE, SHIFT, TREND, TWO_OF_THREE, LONGEST_RUN, CROSSINGS = range(7)
"""Kinds of parts of a rule set; a part that does not apply to the chart is not judged."""

KIND, LENGTH, ALL_ON_SIDE, BEYOND_COUNTS = range(4)
"""Rows of the table of parts, which has a column for each part, in order of precedence."""

CENTRE, MEAN_RANGE, MIDDLE = range(3)
USED, USABLE, USEFUL, LONGEST, CROSSED = range(5)
FIRED, HELD_HIGH, HELD_LOW, UNCLEAR = range(4)
VARIATION, ASSURANCE, SIDE, LEADING, MIXED = range(5)
"""Rows of the answers."""

LONGEST_MAX, CROSSINGS_MIN = range(2)
"""Rows of the table of bounds, which has a column for each number of useful points."""

IMPROVING, CONCERNING, SPECIAL_HIGH, SPECIAL_LOW, COMMON_CAUSE, VARIATION_UNKNOWN = range(6)
MEETS, MISSES, HIT_AND_MISS, NO_TARGET, ASSURANCE_UNKNOWN = range(5)

NOBODY = -1
"""No part of the rule set leads."""

FINE = -1
"""No phase holds a number that cannot be computed with."""


class Choices(NamedTuple):
    """What a panel is asked to be, as plain numbers."""

    chart: int
    cut: float
    """Ranges above so many mean ranges are screened out; 0 screens nothing."""
    factor: float
    """Standard error in mean ranges."""
    bridge: bool
    centre: float
    """A centre line that is given; NaN where it is computed."""
    times: float
    floor: float
    ceiling: float
    direction: int
    """1 where more is better, -1 where less is, 0 for neither."""
    on_limit: bool
    """A target exactly on a limit counts as met."""
    improvement_first: bool
    skip_ties: bool
    skip_gaps: bool


class Data(NamedTuple):
    """Columns with one entry for each point, series after series. An empty column is not there."""

    values: Floats
    """Values, or numerators."""
    denominators: Floats
    """Of charts whose lines are computed beforehand: the standard error at each point."""
    excluded: Flags
    targets: Floats
    """One for each point, or a single one for all."""


class Cuts(NamedTuple):
    """Where series and their phases begin; one more entry than there are, so that each has an end."""

    series: Places
    """First phase of each series."""
    phases: Places
    """First point of each phase."""
    baselines: Places
    """For each phase, the point after the last one that sets its limits."""


class Answers(NamedTuple):
    """Columns that the passes over phases fill."""

    lines: Floats
    """Centre and mean range of each phase; the line of its runs, where lines are computed beforehand."""
    counts: Counts
    """For each phase: points that set its limits, usable points, useful points, longest run, crossings."""
    latest: Places
    """The latest usable point of each phase; -1 where it has none."""
    bits: PartBits
    """For each phase, a bit for each part of the rule set that found something, and for each that holds at
    the latest point: on the high side, on the low side, and without saying where the numbers went."""
    mask: Masks
    """For each point, a bit for each part of the rule set that signals it."""


class Verdicts(NamedTuple):
    """Columns that the pass over series fills."""

    here: Places
    """The phase that the latest usable point is in; the last one where there is none."""
    codes: Smalls
    """Variation, assurance, side, leading part, and whether the news is mixed."""
