"""Passes over codes and periods: where series begin, and whether their points stand in order."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from wellrun_spc.panel.compiled.jit import entry
from wellrun_spc.panel.compiled.records import Counts, Places

UNSORTED = -1


@entry
def list_series(codes: npt.NDArray[Any], first: int, last: int, starts: Places) -> int:
    """Note where series begin among points ``first`` to before ``last``; return how many, or `UNSORTED`."""
    found = 0
    for point in range(first, last):
        if point == 0 or codes[point] != codes[point - 1]:
            if point > 0 and codes[point] < codes[point - 1]:
                return UNSORTED
            starts[found] = point
            found += 1
    return found


@entry
def order_of(codes: npt.NDArray[Any], least: int, groups: int) -> Places:
    """The order that brings series together and leaves the points of each as they are: a counting sort."""
    starts = np.zeros(groups + 1, np.int64)
    for code in codes:
        starts[code - least + 1] += 1
    starts = np.cumsum(starts)
    order = np.empty(len(codes), np.int64)
    for point in range(len(codes)):
        group = codes[point] - least
        order[starts[group]] = point
        starts[group] += 1
    return order


@entry
def find_disorder(periods: npt.NDArray[Any], starts: Places) -> tuple[int, int]:
    """The first point whose period is before the one above it, and the first that repeats it; -1 for none."""
    falling, equal = -1, -1
    for series in range(len(starts) - 1):
        for point in range(starts[series] + 1, starts[series + 1]):
            if falling < 0 and periods[point] < periods[point - 1]:
                falling = point
            if equal < 0 and periods[point] == periods[point - 1]:
                equal = point
    return falling, equal


@entry
def middle_gaps(days: Places, starts: Places) -> Counts:
    """The middle gap in days between neighbours in each series; 0 where there are fewer than 2 points."""
    middles = np.zeros(len(starts) - 1, np.int32)
    longest = 0
    for series in range(len(starts) - 1):
        longest = max(longest, starts[series + 1] - starts[series])
    gaps = np.empty(longest, np.int64)
    for series in range(len(starts) - 1):
        start, size = starts[series], starts[series + 1] - starts[series] - 1
        if size < 1:
            continue
        is_even = True
        for place in range(size):
            gaps[place] = days[start + place + 1] - days[start + place]
            is_even &= gaps[place] == gaps[0]
        middles[series] = gaps[0] if is_even else np.sort(gaps[:size])[(size - 1) // 2]
    return middles
