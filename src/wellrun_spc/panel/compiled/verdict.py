"""The verdict on a series: what holds at its latest point, and whether its target will be met."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.jit import entry, inner
from wellrun_spc.panel.compiled.records import (
    ASSURANCE_UNKNOWN,
    COMMON_CAUSE,
    CONCERNING,
    HIT_AND_MISS,
    IMPROVING,
    MEETS,
    MISSES,
    NO_TARGET,
    NOBODY,
    SPECIAL_HIGH,
    SPECIAL_LOW,
    VARIATION_UNKNOWN,
    Floats,
    Places,
    Smalls,
)

ROUNDING = 1e-12


class Verdict(NamedTuple):
    """The signal that the verdict on a phase follows."""

    side: int
    leading: int
    mixed: bool
    is_clear: bool
    """Whether the side says where the numbers went."""


NOTHING = Verdict(0, NOBODY, False, True)


@inner
def verdict_of(
    held_high: int, held_low: int, unclear: int, direction: int, improvement_first: bool
) -> Verdict:
    """The first part that holds, in the set's order; or the first good one, where improvement goes first.

    ``held_high`` and ``held_low`` have a bit for each part whose signal holds at the latest point;
    ``unclear`` for each whose side does not say where the numbers went.
    """
    held = held_high | held_low
    if held == 0:
        return NOTHING
    good = held_high if direction > 0 else held_low
    if improvement_first and direction != 0 and good != 0:
        held = good
    leading = 0
    while held & 1 == 0:
        held >>= 1
        leading += 1
    side = 1 if (held_high >> leading) & 1 else -1
    others = (held_low if side > 0 else held_high) & ~unclear
    is_clear = (unclear >> leading) & 1 == 0
    return Verdict(side, leading, direction != 0 and is_clear and others != 0, is_clear)


@inner
def variation_of(verdict: Verdict, usable: int, direction: int) -> int:
    """The verdict as a code; ``usable`` points in the whole series."""
    if usable < 2:
        return VARIATION_UNKNOWN
    if verdict.side == 0:
        return COMMON_CAUSE
    if direction != 0 and verdict.is_clear:
        return IMPROVING if verdict.side == direction else CONCERNING
    return SPECIAL_HIGH if verdict.side > 0 else SPECIAL_LOW


@inner
def assurance_of(target: float, low: float, high: float, direction: int, on_limit: bool) -> int:
    """The target against the limits at the latest point, as `readings.targets.assurance_of` does."""
    if target != target:
        return NO_TARGET
    if direction == 0 or low != low:
        return ASSURANCE_UNKNOWN
    slack = ROUNDING * (abs(low) + abs(high))
    worst, best, aim = (low, high, target) if direction > 0 else (-high, -low, -target)
    if aim < worst - slack or (aim <= worst + slack and on_limit):
        return MEETS
    return MISSES if aim > best + slack else HIT_AND_MISS


@entry
def assure_each(
    targets: Floats, low: Floats, high: Floats, latest: Places, direction: int, on_limit: bool, codes: Smalls
) -> None:  # fmt: skip
    """`assurance_of` for each series that has a latest point."""
    for series in range(len(latest)):
        if latest[series] >= 0:
            codes[series] = assurance_of(targets[series], low[series], high[series], direction, on_limit)


@inner
def limits_at(centre: float, error: float, floor: float, ceiling: float, times: float) -> tuple[float, float]:
    """Limits as drawn: three standard errors either way, clipped to what is possible."""
    if error != error:
        return np.nan, np.nan
    low, high = centre - 3 * error, centre + 3 * error
    low = max(low, floor)
    high = min(high, ceiling)
    return low * times, high * times
