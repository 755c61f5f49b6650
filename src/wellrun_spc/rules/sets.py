"""Named, versioned sets of rules. A set never changes once published: a change is a new version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

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
from wellrun_spc.rules.track import Track
from wellrun_spc.series import SeriesError


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """What counts as a signal, and the policies that go with it."""

    name: str
    version: int
    title: str
    """As people say it, on the head of a chart."""
    parts: tuple[Part, ...]
    """In order of precedence."""
    ties: Literal["break", "skip"]
    """What a point exactly on the centre does to a run."""
    gaps: Literal["break", "skip"]
    """What a missing point does to a run about the centre."""
    screening: bool
    """Whether extreme moving ranges are screened out once, unless the chart says otherwise."""
    factors: Literal["exact", "published"]
    """Exact factors, or the printed 2.66 and 3.267."""
    on_limit: Literal["met", "not_met"]
    """Whether a target exactly on a limit counts as met."""
    conflict: Literal["first", "improvement"]
    """Which signal the reading follows where the latest point is both good and bad news."""
    sentence: str
    """What the set looks for, for people."""

    @property
    def key(self) -> str:
        """Name and version, as stored with a chart: ``anhoej/1``."""
        return f"{self.name}/{self.version}"


def judged(rules: RuleSet, track: Track, *, ordered: bool) -> list[Finding]:
    """All that the parts of a set find in one phase, in the set's order.

    ``ordered`` is false where neighbours are not independent (moving ranges): then only single points are
    judged.
    """
    found: list[Finding] = []
    for part in rules.parts:
        if ordered or not part.needs_order:
            found += part.find(track)
    return found


_ANHOEJ_1 = RuleSet(
    name="anhoej",
    version=1,
    title="Anhøj 1",
    parts=(outside(), longest_run(), crossings()),
    ties="skip",
    gaps="skip",
    screening=False,
    factors="exact",
    on_limit="met",
    conflict="first",
    sentence="A point outside the limits, an unusually long run, or unusually few crossings of the average.",
)
_NHS_MDC_1 = RuleSet(
    name="nhs-mdc",
    version=1,
    title="NHS Making Data Count 1",
    parts=(outside(), trend(7), two_of_three(), shift(7)),
    ties="break",
    gaps="break",
    screening=True,
    factors="published",
    on_limit="not_met",
    conflict="first",
    sentence=(
        "A point outside the limits, 7 points in a row on one side of the average, 7 rising or falling, "
        "or 2 of 3 close to a limit."
    ),
)
_NHS_MDC_2 = RuleSet(
    name="nhs-mdc",
    version=2,
    title="NHS Making Data Count 2",
    parts=(outside(), trend(7), two_of_three(beyond_counts=True), shift(7)),
    ties="break",
    gaps="break",
    screening=False,
    factors="published",
    on_limit="met",
    conflict="improvement",
    sentence=(
        "A point outside the limits, 7 points in a row on one side of the average, 7 rising or falling, "
        "or 2 of 3 close to a limit or beyond it."
    ),
)

RULE_SETS: Mapping[str, RuleSet] = MappingProxyType(
    {rules.key: rules for rules in (_ANHOEJ_1, _NHS_MDC_1, _NHS_MDC_2)}
)
"""The rule sets that have a name, by name and version."""


def rule_set(rules: str | RuleSet) -> RuleSet:
    """A rule set itself, or the one of that name; raises `SeriesError` naming those there are."""
    if isinstance(rules, RuleSet):
        return rules
    if not isinstance(rules, str) or rules not in RULE_SETS:
        raise SeriesError(
            f"There is no rule set “{rules}”.", remedy=f"Use one of {', '.join(sorted(RULE_SETS))}."
        )
    return RULE_SETS[rules]
