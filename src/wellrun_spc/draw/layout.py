"""Where words go so that none lie on each other or on the data: spreading, boxes, the outline of the line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

_COLUMN = 4.0
"""Width of the columns in which the outline of the data is kept."""
_UPRIGHT = 1e-3
"""A line narrower than this goes straight up."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes share any room; touching edges do not count."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def spread(wished: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Places as near as can be to those wished for, in the same order, at least `gap` apart, within bounds.

    Neighbours that are too close form a block around the mean of their wishes, and blocks that meet are
    joined (pool adjacent violators, which is least squares). Without room for all, the gap gives way.
    """
    if not wished:
        return []
    count = len(wished)
    if count > 1:
        gap = min(gap, (high - low) / (count - 1))
    order = sorted(range(count), key=lambda index: (wished[index], index))
    blocks: list[tuple[float, int]] = []
    for rank, index in enumerate(order):
        mean, size = wished[index] - rank * gap, 1
        while blocks and blocks[-1][0] >= mean:
            above, more = blocks.pop()
            mean, size = (above * more + mean * size) / (more + size), more + size
        blocks.append((mean, size))
    placed = [0.0] * count
    rank = 0
    for mean, size in blocks:
        start = min(max(mean, low), high - (count - 1) * gap)
        for _ in range(size):
            placed[order[rank]] = start + rank * gap
            rank += 1
    return placed


@dataclass(slots=True)
class Outline:
    """How high and how low the data reach in each narrow column of the plot. Down is positive, as in SVG."""

    left: float
    right: float
    top: list[float] = field(init=False)
    bottom: list[float] = field(init=False)

    def __post_init__(self) -> None:
        columns = max(1, math.ceil((self.right - self.left) / _COLUMN))
        self.top = [math.inf] * columns
        self.bottom = [-math.inf] * columns

    def _columns(self, start: float, end: float) -> range:
        last = len(self.top) - 1
        first = min(last, max(0, int((start - self.left) / _COLUMN)))
        return range(first, min(last, max(0, int((end - self.left) / _COLUMN))) + 1)

    def add(self, start: float, end: float, top: float, bottom: float) -> None:
        """Something covers the heights from `top` to `bottom` between two places."""
        for column in self._columns(start, end):
            if top < self.top[column]:
                self.top[column] = top
            if bottom > self.bottom[column]:
                self.bottom[column] = bottom

    def add_line(self, points: Sequence[tuple[float, float]]) -> None:
        """A line from point to point."""
        for (x0, y0), (x1, y1) in pairwise(points):
            if x1 - x0 < _UPRIGHT:
                self.add(x0, x1, min(y0, y1), max(y0, y1))
                continue
            slope = (y1 - y0) / (x1 - x0)
            for column in self._columns(x0, x1):
                edge = self.left + column * _COLUMN
                here = y0 + slope * (edge - x0) if edge > x0 else y0
                there = y0 + slope * (edge + _COLUMN - x0) if edge + _COLUMN < x1 else y1
                if here > there:
                    here, there = there, here
                if here < self.top[column]:
                    self.top[column] = here
                if there > self.bottom[column]:
                    self.bottom[column] = there

    def above(self, start: float, end: float) -> float:
        """The highest thing between two places; infinity where there is nothing."""
        columns = self._columns(start, end)
        return min(self.top[columns.start : columns.stop])

    def below(self, start: float, end: float) -> float:
        """The lowest thing between two places; minus infinity where there is nothing."""
        columns = self._columns(start, end)
        return max(self.bottom[columns.start : columns.stop])

    def meets(self, box: Box) -> bool:
        """Whether any of the data lies in a box."""
        columns = self._columns(box.left, box.right)
        return any(self.top[column] < box.bottom and box.top < self.bottom[column] for column in columns)


@dataclass(frozen=True, slots=True)
class Ground:
    """What words must keep clear of, or would rather."""

    outline: Outline
    """The data: never covered."""
    levels: Sequence[tuple[float, float, float]]
    """Lines to read against, from x to x at y: brackets keep off them, words may cross them if they must."""
    poles: Sequence[float]

    def lines_through(self, box: Box) -> int:
        """How many of the lines run through a box."""
        return sum(
            1
            for start, end, y in self.levels
            if box.top < y < box.bottom and start < box.right and box.left < end
        )
