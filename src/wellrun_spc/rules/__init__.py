"""Rules that find signals, and the named sets they are put together in."""

from wellrun_spc.rules.boxes import box_of
from wellrun_spc.rules.counted import box_corner, boxed_crossings, boxed_longest_run, runs_count
from wellrun_spc.rules.parts import (
    Finding,
    Part,
    crossings,
    longest_run,
    outside,
    shift,
    trend,
    two_of_three,
)
from wellrun_spc.rules.sets import RULE_SETS, judged, rule_set
from wellrun_spc.rules.track import Track, bounds_of, runs_of, sides_about
from wellrun_spc.rules.value import RuleSet
from wellrun_spc.rules.zones import alternating, far_from_centre, four_of_five, near_centre

__all__ = [
    "RULE_SETS", "Finding", "Part", "RuleSet", "Track", "alternating", "bounds_of", "box_corner", "box_of",
    "boxed_crossings", "boxed_longest_run", "crossings", "far_from_centre", "four_of_five", "judged",
    "longest_run", "near_centre", "outside", "rule_set", "runs_count", "runs_of", "shift", "sides_about",
    "trend", "two_of_three",
]  # fmt: skip
