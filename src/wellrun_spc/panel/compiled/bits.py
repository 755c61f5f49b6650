"""Patterns in words of 64 bits: one bit for each point, so that a rule looks at all points at once.

Bit 0 is the first point. All words are unsigned: mixed with signed numbers they would become floats.
"""

from __future__ import annotations

import numpy as np

from wellrun_spc.panel.compiled.jit import inner

ZERO = np.uint64(0)
ONE = np.uint64(1)
TWO = np.uint64(2)
FULL = np.uint64(0xFFFF_FFFF_FFFF_FFFF)
WIDTH = 64
"""Series with more points than this are judged by the plain loops."""

_PAIRS = np.uint64(0x5555_5555_5555_5555)
_FOURS = np.uint64(0x3333_3333_3333_3333)
_EIGHTS = np.uint64(0x0F0F_0F0F_0F0F_0F0F)
_SUM_OF_BYTES = np.uint64(0x0101_0101_0101_0101)
_FOUR, _TOP_BYTE = np.uint64(4), np.uint64(56)


@inner
def first_bits(count: int) -> np.uint64:
    """A word in which the first ``count`` bits are set."""
    return FULL >> np.uint64(WIDTH - count) if count > 0 else ZERO


@inner
def bits_in(word: np.uint64) -> int:
    """How many bits are set. Compilers know this very form, and make one instruction of it."""
    word = word - ((word >> ONE) & _PAIRS)
    word = (word & _FOURS) + ((word >> TWO) & _FOURS)
    word = (word + (word >> _FOUR)) & _EIGHTS
    return int(np.int64((word * _SUM_OF_BYTES) >> _TOP_BYTE))


@inner
def lowest_bit(word: np.uint64) -> int:
    """Place of the lowest bit that is set, of a word that is not 0."""
    return bits_in((word ^ (word - ONE)) >> ONE)


@inner
def highest_bit(word: np.uint64, size: int) -> int:
    """Place of the highest bit that is set among the first ``size``; -1 where there is none."""
    place = size - 1
    while place >= 0 and (word >> np.uint64(place)) & ONE == ZERO:
        place -= 1
    return place


@inner
def longest_in(word: np.uint64) -> int:
    """Length of the longest stretch of set bits."""
    length = 0
    while word != ZERO:
        word = word & (word >> ONE)
        length += 1
    return length


@inner
def stretches(word: np.uint64, length: int) -> np.uint64:
    """Only those set bits that stand in stretches of ``length`` or more.

    A bit stays set while it starts so many set bits; what is left is spread back over them. Lengths
    double, so that seven points need three steps.
    """
    if length > WIDTH:
        return ZERO
    have = 1
    while have < length:
        step = min(have, length - have)
        word = word & (word >> np.uint64(step))
        have += step
    if word == ZERO:
        return word
    have = 1
    while have < length:
        step = min(have, length - have)
        word = word | (word << np.uint64(step))
        have += step
    return word


@inner
def without(word: np.uint64, holes: np.uint64) -> np.uint64:
    """The word with the places in ``holes`` taken out, and what follows them moved down."""
    while holes != ZERO:
        below = (holes ^ (holes - ONE)) >> ONE
        word = (word & below) | ((word >> ONE) & ~below)
        holes = (holes >> ONE) & ~below
    return word


@inner
def with_holes(word: np.uint64, holes: np.uint64) -> np.uint64:
    """The word as it was before `without`: empty places where ``holes`` are."""
    while holes != ZERO and word != ZERO:
        below = (holes ^ (holes - ONE)) >> ONE
        word = (word & below) | ((word & ~below) << ONE)
        holes = holes & (holes - ONE)
    return word
