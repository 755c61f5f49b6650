"""From numbers to words: which points lie where, and which way each one steps. Loops without branches.

The points stand in ``values`` from ``at``.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.bits import ONE, TWO, ZERO, lowest_bit
from wellrun_spc.panel.compiled.jit import inner
from wellrun_spc.panel.compiled.load import ROOM, SIGMA
from wellrun_spc.panel.compiled.records import Floats, Masks, Places


class Zones(NamedTuple):
    """Points on either side of the centre, beyond two standard errors, and beyond three."""

    above: np.uint64
    below: np.uint64
    near_high: np.uint64
    near_low: np.uint64
    far_high: np.uint64
    far_low: np.uint64


@inner
def pack_there(
    values: Floats, at: int, size: int, lowest: float, highest: float
) -> tuple[np.uint64, np.uint64]:
    """Points that have a value, and those whose value is out of bounds."""
    there, wrong = ZERO, ZERO
    first = np.uint64(at)
    for place in range(np.uint64(size)):
        value = values[first + place]
        bit = ONE << place
        there |= bit if value == value else ZERO
        wrong |= bit if (value > highest) | (value < lowest) else ZERO
    return there, wrong


@inner
def pack_zones(
    values: Floats, at: int, size: int, centre: float, slack: float, near: float, far: float
) -> Zones:
    """Where the points lie about a centre, ``near`` and ``far`` away from it."""
    above, below, near_high, near_low, far_high, far_low = ZERO, ZERO, ZERO, ZERO, ZERO, ZERO
    first = np.uint64(at)
    for place in range(np.uint64(size)):
        distance = values[first + place] - centre
        bit = ONE << place
        above |= bit if distance > slack else ZERO
        below |= bit if distance < -slack else ZERO
        near_high |= bit if distance > near else ZERO
        near_low |= bit if distance < -near else ZERO
        far_high |= bit if distance > far else ZERO
        far_low |= bit if distance < -far else ZERO
    return Zones(above, below, near_high, near_low, far_high, far_low)


@inner
def pack_sides(values: Floats, at: int, size: int, line: float, slack: float) -> tuple[np.uint64, np.uint64]:
    """Points above a line, and below it."""
    above, below = ZERO, ZERO
    first = np.uint64(at)
    for place in range(np.uint64(size)):
        distance = values[first + place] - line
        bit = ONE << place
        above |= bit if distance > slack else ZERO
        below |= bit if distance < -slack else ZERO
    return above, below


@inner
def pack_zones_each(values: Floats, at: int, size: int, centre: float, slack: float, work: Floats) -> Zones:
    """The same where each point has its own standard error, in the scratch."""
    errors = SIGMA * (len(work) // 5)
    above, below, near_high, near_low, far_high, far_low = ZERO, ZERO, ZERO, ZERO, ZERO, ZERO
    first = np.uint64(at)
    for place in range(np.uint64(size)):
        distance = values[first + place] - centre
        sigma = work[np.uint64(errors) + place]
        near, far = 2.0 * sigma + slack, 3.0 * sigma + slack
        there = sigma > 0.0
        bit = ONE << place
        above |= bit if distance > slack else ZERO
        below |= bit if distance < -slack else ZERO
        near_high |= bit if there & (distance > near) else ZERO
        near_low |= bit if there & (distance < -near) else ZERO
        far_high |= bit if there & (distance > far) else ZERO
        far_low |= bit if there & (distance < -far) else ZERO
    return Zones(above, below, near_high, near_low, far_high, far_low)


@inner
def pack_steps(values: Floats, at: int, size: int) -> tuple[np.uint64, np.uint64]:
    """Points that are higher than the one before them, and lower."""
    up, down = ZERO, ZERO
    first = np.uint64(at)
    for place in range(np.uint64(max(size - 1, 0))):
        earlier, later = values[first + place], values[first + place + ONE]
        bit = TWO << place
        up |= bit if later > earlier else ZERO
        down |= bit if later < earlier else ZERO
    return up, down


@inner
def colour(word: np.uint64, bit: int, start: int, places: Places, mask: Masks) -> None:
    """Set a bit of the mask at the points of a word."""
    while word != ZERO:
        place = lowest_bit(word)
        word &= word - ONE
        mask[start + place if len(places) == 0 else places[place]] |= bit


@inner
def pack_changing(
    values: Floats, at: int, size: int, skip_ties: bool, skip_gaps: bool, work: Floats
) -> tuple[np.uint64, int]:
    """Put the values that trends look at in the room; return the places passed over, and how many stay."""
    room = ROOM * (len(work) // 5)
    passed = ZERO
    found = 0
    before = np.nan
    for place in range(size):
        value = values[at + place]
        if (skip_gaps and value != value) or (skip_ties and value == before):
            passed |= ONE << np.uint64(place)
        else:
            work[room + found] = value
            found += 1
            before = value
    return passed, found
