"""Named, versioned sets of rules. A set never changes once published: a change is a new version."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wellrun_spc.rules.counted import box_corner, boxed_crossings, boxed_longest_run, runs_count
from wellrun_spc.rules.parts import (
    Finding,
    crossings,
    longest_run,
    outside,
    shift,
    trend,
    two_of_three,
)
from wellrun_spc.rules.track import Track
from wellrun_spc.rules.value import RuleSet
from wellrun_spc.rules.zones import alternating, far_from_centre, four_of_five, near_centre
from wellrun_spc.series import SeriesError


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

_IHI_RUN_1 = RuleSet(
    name="ihi-run",
    version=1,
    title="IHI run chart 1",
    parts=(shift(6), trend(5), runs_count()),
    ties="skip",
    gaps="skip",
    screening=False,
    factors="exact",
    on_limit="met",
    conflict="first",
    sentence=(
        "6 points in a row on one side of the middle, 5 rising or falling, or too few or too many runs."
    ),
)
_LIFE_QI_1 = RuleSet(
    name="life-qi",
    version=1,
    title="Life QI 1",
    parts=(outside(), shift(8), trend(6), two_of_three(all_on_side=False, beyond_counts=True)),
    ties="skip",
    gaps="skip",
    screening=False,
    factors="exact",
    on_limit="met",
    conflict="first",
    sentence=(
        "A point outside the limits, 8 points in a row on one side of the average, 6 rising or falling, "
        "or 2 of 3 close to a limit or beyond it."
    ),
)
_WESTERN_ELECTRIC_1 = RuleSet(
    name="western-electric",
    version=1,
    title="Western Electric 1",
    parts=(outside(), two_of_three(all_on_side=False, beyond_counts=True), four_of_five(), shift(8)),
    ties="break",
    gaps="break",
    screening=False,
    factors="exact",
    on_limit="met",
    conflict="first",
    sentence=(
        "A point outside the limits, 2 of 3 points beyond 2 sigma or 4 of 5 beyond 1 sigma on one side, "
        "or 8 in a row on one side of the average."
    ),
)
_NELSON_1 = RuleSet(
    name="nelson",
    version=1,
    title="Nelson 1",
    parts=(
        outside(),
        shift(9),
        trend(6),
        two_of_three(all_on_side=False, beyond_counts=True),
        four_of_five(),
        alternating(14),
        near_centre(15),
        far_from_centre(8),
    ),
    ties="break",
    gaps="break",
    screening=False,
    factors="exact",
    on_limit="met",
    conflict="first",
    sentence=(
        "The eight tests of Nelson: a point outside the limits, 9 in a row on one side of the average, 6 "
        "rising or falling, 2 of 3 beyond 2 sigma, 4 of 5 beyond 1 sigma, 14 up and down in turn, 15 in a "
        "row within 1 sigma, or 8 in a row beyond it on both sides."
    ),
)
_BESTBOX_1 = RuleSet(
    name="bestbox",
    version=1,
    title="Best box 1",
    parts=(outside(), boxed_longest_run(), boxed_crossings()),
    ties="skip",
    gaps="skip",
    screening=False,
    factors="exact",
    on_limit="met",
    conflict="first",
    sentence=(
        "A point outside the limits, an unusually long run, or unusually few crossings of the average, with "
        "bounds that keep false alarms alike for every number of points."
    ),
    bounds="box",
)
_CUTBOX_1 = RuleSet(
    name="cutbox",
    version=1,
    title="Cut box 1",
    parts=(outside(), boxed_longest_run(), boxed_crossings(), box_corner()),
    ties="skip",
    gaps="skip",
    screening=False,
    factors="exact",
    on_limit="met",
    conflict="first",
    sentence=(
        "A point outside the limits, an unusually long run, unusually few crossings of the average, or both "
        "close to their bounds."
    ),
    bounds="box",
)

_PUBLISHED = (
    _ANHOEJ_1, _NHS_MDC_1, _NHS_MDC_2, _IHI_RUN_1, _LIFE_QI_1, _WESTERN_ELECTRIC_1, _NELSON_1, _BESTBOX_1,
    _CUTBOX_1,
)  # fmt: skip

RULE_SETS: Mapping[str, RuleSet] = MappingProxyType({rules.key: rules for rules in _PUBLISHED})
"""The rule sets that have a name, by name and version."""


def rule_set(rules: str | RuleSet) -> RuleSet:
    """A rule set itself, or the one of that name; raises `SeriesError` naming those there are."""
    if isinstance(rules, RuleSet):
        if RULE_SETS.get(rules.key, rules) != rules:
            raise SeriesError(
                f"The name {rules.key} is taken by a published rule set.",
                remedy="Give your own set another name.",
            )
        return rules
    if not isinstance(rules, str) or rules not in RULE_SETS:
        raise SeriesError(
            f"There is no rule set “{rules}”.", remedy=f"Use one of {', '.join(sorted(RULE_SETS))}."
        )
    return RULE_SETS[rules]
