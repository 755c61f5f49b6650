"""Words of bits, beside lists of yes and no."""

from __future__ import annotations

from itertools import groupby

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.panel.compiled import bits

words = st.integers(0, 2**64 - 1).map(np.uint64)
patterns = st.lists(st.booleans(), min_size=1, max_size=64)


def word_of(flags: list[bool]) -> np.uint64:
    return np.uint64(sum(1 << place for place, flag in enumerate(flags) if flag))


def flags_of(word: np.uint64, size: int) -> list[bool]:
    return [bool(int(word) >> place & 1) for place in range(size)]


@given(word=words)
def test_bits_are_counted(word: np.uint64) -> None:
    assert bits.bits_in(word) == int(word).bit_count()


@given(word=words.filter(bool))
def test_the_lowest_and_the_highest_bit_are_found(word: np.uint64) -> None:
    assert bits.lowest_bit(word) == (int(word) & -int(word)).bit_length() - 1
    assert bits.highest_bit(word, 64) == int(word).bit_length() - 1
    assert bits.highest_bit(np.uint64(0), 20) == -1


@given(count=st.integers(-3, 64))
def test_so_many_first_bits(count: int) -> None:
    assert int(bits.first_bits(count)) == (1 << max(count, 0)) - 1


@given(flags=patterns)
def test_the_longest_stretch(flags: list[bool]) -> None:
    longest = max((len(list(group)) for flag, group in groupby(flags) if flag), default=0)
    assert bits.longest_in(word_of(flags)) == longest


@given(flags=patterns, length=st.integers(1, 70))
def test_only_long_stretches_stay(flags: list[bool], length: int) -> None:
    kept: list[bool] = []
    for flag, group in groupby(flags):
        size = len(list(group))
        kept += [flag and size >= length] * size
    assert flags_of(bits.stretches(word_of(flags), length), len(flags)) == kept


@given(rows=st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=64))
def test_places_are_taken_out_and_put_back(rows: list[tuple[bool, bool]]) -> None:
    flags, holes = [flag for flag, _ in rows], [hole for _, hole in rows]
    without = bits.without(word_of(flags), word_of(holes))
    left = [flag for flag, hole in rows if not hole]
    assert flags_of(without, len(left)) == left
    assert int(without) >> len(left) == 0
    back = bits.with_holes(np.uint64(without), word_of(holes))
    assert flags_of(back, len(rows)) == [flag and not hole for flag, hole in rows]
