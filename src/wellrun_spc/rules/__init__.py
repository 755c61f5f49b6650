"""Rules that find signals, and the named sets they are put together in."""

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
from wellrun_spc.rules.sets import RULE_SETS, RuleSet, judged, rule_set
from wellrun_spc.rules.track import Track, runs_of, sides_about

__all__ = [
    "RULE_SETS", "Finding", "Part", "RuleSet", "Track", "crossings", "judged", "longest_run", "outside",
    "rule_set", "runs_of", "shift", "sides_about", "trend", "two_of_three",
]  # fmt: skip
