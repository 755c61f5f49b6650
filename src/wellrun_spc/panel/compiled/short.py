"""The rules for a phase of up to 64 points: one word for each pattern, no branch for each point."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.bits import (
    ONE,
    TWO,
    ZERO,
    bits_in,
    first_bits,
    longest_in,
    stretches,
    with_holes,
    without,
)
from wellrun_spc.panel.compiled.jit import inner
from wellrun_spc.panel.compiled.lines import Line, error_at
from wellrun_spc.panel.compiled.pack import (
    Zones,
)
from wellrun_spc.panel.compiled.records import (
    LONGEST_RUN,
    OUTSIDE,
    SHIFT,
    TREND,
    TWO_OF_THREE,
    Choices,
)


class Words(NamedTuple):
    """What the rules look at in a phase, a bit for each point."""

    size: int
    zones: Zones
    """Sides are those of the line that runs are judged about."""
    passed: np.uint64
    """Ties and gaps that runs pass over."""
    over: np.uint64
    """Points above the centre, and below it, where runs are judged about another line."""
    under: np.uint64
    skipped: np.uint64
    """Ties with the centre, and gaps, that rules about its bands pass over."""
    up: np.uint64
    """Points that are higher than the one before them, of those that trends look at."""
    down: np.uint64
    unchanging: np.uint64
    """Ties and gaps that trends pass over."""


class RunsCount(NamedTuple):
    """The runs analysis of a phase."""

    useful: int
    longest: int
    crossings: int


@inner
def edges_of(choices: Choices, line: Line, slack: float) -> tuple[float, float]:
    """Two and three standard errors, where one holds for all points; out of reach where there is none."""
    error = error_at(choices.chart, line, 1.0)
    if error > 0.0:
        return 2.0 * error + slack, 3.0 * error + slack
    return inf, inf


@inner
def passed_by(choices: Choices, zones: Zones, there: np.uint64, size: int) -> np.uint64:
    """Ties and gaps that runs about the centre pass over."""
    ties = there & ~(zones.above | zones.below)
    gaps = ~there & first_bits(size)
    return (ties if choices.skip_ties else ZERO) | (gaps if choices.skip_gaps else ZERO)


@inner
def runs_in(words: Words) -> RunsCount:
    """Useful points, the longest run and the crossings."""
    useful = words.zones.above | words.zones.below
    size = bits_in(useful)
    if size == 0:
        return RunsCount(0, 0, 0)
    sides = without(words.zones.above, ~useful & first_bits(words.size))
    pairs = first_bits(size - 1)
    crossed = (sides ^ (sides >> ONE)) & pairs
    return RunsCount(size, longest_in(~crossed & pairs) + 1, bits_in(crossed))


@inner
def went_to_last_side(words: Words) -> bool:
    """Whether the later half of the useful points lies more to the side of the last one than the earlier.

    Or all do. A level that rose and fell back crosses its centre seldom too: its last run alone does not say
    where it went.
    """
    useful = words.zones.above | words.zones.below
    size = bits_in(useful)
    sides = without(words.zones.above, ~useful & first_bits(words.size))
    half = size // 2
    change = bits_in(sides >> np.uint64(size - half)) - bits_in(sides & first_bits(half))
    side = 1 if words.zones.above > words.zones.below else -1
    return change * side > 0 or sides in (ZERO, first_bits(size))


@inner
def part_words(
    kind: int, length: int, all_on_side: bool, beyond_counts: bool, words: Words, runs: RunsCount,
    longest_max: int,
) -> tuple[np.uint64, np.uint64]:  # fmt: skip
    """The points that one part of the rule set signals, above and below."""
    if kind == OUTSIDE:
        return words.zones.far_high, words.zones.far_low
    if kind == SHIFT:
        return _runs_of(words, words.passed, length)
    if kind == TREND:
        return _trends(words, length)
    if kind == TWO_OF_THREE:
        return _two_of_three(words, all_on_side, beyond_counts)
    if kind == LONGEST_RUN and runs.longest > longest_max:
        idle = first_bits(words.size) & ~(words.zones.above | words.zones.below)
        return _runs_of(words, idle, longest_max + 1)
    return ZERO, ZERO


@inner
def _runs_of(words: Words, passed: np.uint64, length: int) -> tuple[np.uint64, np.uint64]:
    """Stretches of ``length`` or more on one side, as if the points in ``passed`` were not there."""
    if passed == ZERO:
        return stretches(words.zones.above, length), stretches(words.zones.below, length)
    high = stretches(without(words.zones.above, passed), length)
    low = stretches(without(words.zones.below, passed), length)
    return with_holes(high, passed), with_holes(low, passed)


@inner
def _trends(words: Words, length: int) -> tuple[np.uint64, np.uint64]:
    """Stretches of ``length`` or more points that only rise, and that only fall: steps, and their origin."""
    up, down = stretches(words.up, max(length - 1, 1)), stretches(words.down, max(length - 1, 1))
    up, down = up | (up >> ONE), down | (down >> ONE)
    return with_holes(up, words.unchanging), with_holes(down, words.unchanging)


@inner
def _two_of_three(words: Words, all_on_side: bool, beyond_counts: bool) -> tuple[np.uint64, np.uint64]:
    """Points of the outer zones that stand with another one among three in a row."""
    high, low = words.zones.near_high, words.zones.near_low
    if not beyond_counts:
        high, low = high & ~words.zones.far_high, low & ~words.zones.far_low
    return _pairs(words, words.over, high, all_on_side), _pairs(words, words.under, low, all_on_side)


@inner
def _pairs(words: Words, sided: np.uint64, zone: np.uint64, all_on_side: bool) -> np.uint64:
    if zone & (zone - ONE) == ZERO:
        return ZERO
    sided, far = without(sided, words.skipped), without(zone, words.skipped)
    second, third = far >> ONE, far >> TWO
    starts = (far & second) | (far & third) | (second & third)
    if all_on_side:
        starts &= sided & (sided >> ONE) & (sided >> TWO)
    else:
        starts &= first_bits(words.size - bits_in(words.skipped) - 2)
    return with_holes((starts | (starts << ONE) | (starts << TWO)) & far, words.skipped)
