"""Bounds for the longest run and the crossings together: best box and cut box (Anhøj & Wentzel-Larsen 2020).

A box holds the pairs that raise no signal: at least so many crossings, and no run longer than so many points.
The best box has, of all boxes that hold 92.5 % or more of random series, the smallest share of series that
shifted by 0.8 standard deviations. The cut box leaves out pairs on its border, from the corner, while 92.5 %
remain. Both follow from the exact joint distribution; the tests derive them again.
"""

from __future__ import annotations

from typing import NamedTuple

from wellrun_spc.kernel.runs import crossings_expected, longest_expected


class Box(NamedTuple):
    """The pairs of crossings and longest run that raise no signal."""

    crossings_min: int
    longest_max: int
    corner_crossings: int | None = None
    """Where the longest run is just at its bound, so many crossings or more raise no signal."""
    corner_longest: int | None = None
    """Where the crossings are just at their bound, a run of up to so many points raises no signal."""


FEWEST = 10
"""Useful points that the first row is for. The last is for 100; others have the bounds of Anhøj."""

# fmt: off
_ROWS = (
    (2, 6, 3, 5), (3, 7, 4, 6), (3, 6, None, None), (3, 6, None, None), (3, 6, None, None), (4, 7, 6, 6),
    (5, 8, 6, 7), (5, 7, None, None), (5, 7, 6, 6), (5, 7, 6, 5), (6, 7, None, None), (7, 8, None, None),
    (6, 7, 7, 6), (6, 7, 7, 6), (6, 7, 7, 6), (6, 7, None, None), (9, 9, 10, 7), (9, 8, 10, 7),
    (9, 8, 11, 7), (10, 8, None, None), (11, 10, 12, 9), (11, 9, 14, 8), (11, 8, None, None),
    (11, 8, 12, 7), (11, 8, 13, 7), (12, 8, None, None), (13, 9, 15, 8), (14, 10, None, None),
    (13, 8, None, None), (15, 11, None, None), (15, 9, None, None), (15, 9, 17, 8), (14, 8, None, None),
    (14, 8, None, None), (17, 10, None, None), (17, 9, None, None), (17, 9, 19, 8), (17, 9, 20, 7),
    (19, 12, 20, 11), (19, 10, 21, 9), (19, 9, None, None), (19, 9, 21, 8), (19, 9, 21, 7), (21, 11, 23, 9),
    (21, 10, 23, 8), (21, 9, None, None), (21, 9, 23, 8), (23, 12, 25, 11), (23, 10, 24, 9),
    (23, 10, 26, 8), (23, 9, None, None), (23, 9, 24, 8), (25, 11, 27, 9), (25, 10, 27, 9),
    (26, 11, 27, 10), (26, 10, 27, 9), (27, 12, 29, 10), (27, 10, None, None), (27, 10, 29, 8),
    (28, 11, 29, 8), (29, 14, 30, 13), (29, 11, 31, 9), (29, 10, 30, 9), (30, 11, 31, 10),
    (30, 10, None, None), (31, 12, 32, 9), (31, 11, 34, 8), (31, 10, 33, 9), (32, 11, 33, 8),
    (33, 13, 37, 11), (33, 11, 35, 9), (33, 10, None, None), (34, 11, 36, 10), (33, 10, 36, 7),
    (35, 11, None, None), (35, 11, 38, 8), (35, 10, 36, 9), (35, 10, 38, 8), (37, 12, 38, 10),
    (37, 11, 39, 9), (38, 12, None, None), (37, 10, 39, 9), (39, 13, 41, 12), (39, 11, 40, 10),
    (39, 11, 42, 8), (39, 10, None, None), (39, 10, 41, 8), (41, 12, 42, 9), (41, 11, 44, 9),
    (42, 12, 43, 10), (41, 10, 42, 9),
)
# fmt: on


def box_of(useful: int) -> Box:
    """The box for so many useful points, 1 or more."""
    if FEWEST <= useful < FEWEST + len(_ROWS):
        return Box(*_ROWS[useful - FEWEST])
    return Box(crossings_expected(useful), longest_expected(useful))


def is_cut(box: Box, crossings: int, longest: int) -> bool:
    """Whether a pair within the box lies on the part of its border that the cut box leaves out."""
    if box.corner_crossings is None or box.corner_longest is None:
        return False
    if crossings == box.crossings_min and longest <= box.longest_max:
        return longest > box.corner_longest
    return longest == box.longest_max and box.crossings_min < crossings < box.corner_crossings
