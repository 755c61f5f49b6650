"""Rules that find signals, and the named sets they are put together in."""

from wellrun_spc.rules.parts import Crossings, Finding, LongestRun, Outside, Part, Shift, Trend, TwoOfThree
from wellrun_spc.rules.sets import RULE_SETS, RuleSet, judged, rule_set
from wellrun_spc.rules.track import Track, runs_of

__all__ = [
    "RULE_SETS", "Crossings", "Finding", "LongestRun", "Outside", "Part", "RuleSet", "Shift", "Track", "Trend",
    "TwoOfThree", "judged", "rule_set", "runs_of",
]  # fmt: skip
