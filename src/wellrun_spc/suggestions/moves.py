"""Shifts among the usable points of a phase: how they are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, median
from typing import NamedTuple

from wellrun_spc.limits.rare import POWER, to_normal
from wellrun_spc.results import Point, Result, Side

ROUNDING = 1e-12
"""Nearer to the centre than this part of it counts as on it."""
_RATIOS = frozenset({"p", "u", "p_prime", "u_prime", "i_prime"})
"""Their centre is the sum of numerators over the sum of denominators."""
_MEDIANS = frozenset({"run", "g"})
"""Runs are about their median."""


@dataclass(frozen=True, slots=True)
class Move:
    """A shift among the usable points of a phase: places in their list."""

    start: int
    stop: int
    side: int
    before: float
    after: float


class Run(NamedTuple):
    """Points in a row on one side of a centre; those on it are passed over."""

    place: int
    side: int
    length: int
    is_last: bool
    """No later point is on the other side: it may grow."""


class Values:
    """The usable points of a phase as numbers, and the runs among them."""

    def __init__(
        self, points: Sequence[Point], chart: Result, run: int, size: int, side: Side | None
    ) -> None:
        self._points = points
        self._kind = chart.chart
        self._multiply = chart.multiply
        self._only = {"high": 1, "low": -1, None: 0}[side]
        self.run = run
        self.size = size

    def __len__(self) -> int:
        return len(self._points)

    def level(self, places: Iterable[int]) -> float:
        """The centre that some points would set: by the chart's own formula."""
        points = [self._points[place] for place in places]
        if self._kind in _RATIOS:
            parts, wholes = (
                sum([getattr(point, name) or 0.0 for point in points])
                for name in ("numerator", "denominator")
            )
            return parts / wholes * self._multiply
        values = [point.value or 0.0 for point in points]
        if self._kind in _MEDIANS:
            return median(values)
        if self._kind == "t":
            return float(fmean([to_normal(value) for value in values]) ** POWER)
        return _of_subgroups(self._kind, values, [point.denominator or 1.0 for point in points])

    def side(self, place: int, centre: float) -> int:
        """Above the centre (1), below it (-1), or on it (0)."""
        distance = (self._points[place].value or 0.0) - centre
        return 0 if abs(distance) <= ROUNDING * abs(centre) else 1 if distance > 0 else -1

    def is_asked(self, side: int) -> bool:
        """Whether moves to this side are looked for."""
        return self._only in (0, side)

    def runs(self, start: int, centre: float) -> list[Run]:
        """The run that starts at each place off the centre: parts of a longer run too."""
        found: list[Run] = []
        for place in range(len(self) - 1, start - 1, -1):
            side = self.side(place, centre)
            if side and found and found[-1].side == side:
                found.append(Run(place, side, found[-1].length + 1, found[-1].is_last))
            elif side:
                found.append(Run(place, side, 1, not found))
        return found[::-1]


def _of_subgroups(kind: str, values: list[float], sizes: list[float]) -> float:
    """The mean; for means of subgroups weighted by size, for deviations pooled where sizes differ."""
    if kind == "xbar":
        return fmean(values, sizes)
    if kind == "s" and len(set(sizes)) > 1:
        return sqrt(fmean([value * value for value in values], [size - 1 for size in sizes]))
    return fmean(values)


def stable_shifts(values: Values, start: int, centre: float) -> Iterator[Move]:
    """Shifts that last: the first run of ``run`` or more whose ``size`` points see no run go back."""
    while True:
        for place, side, length, _ in values.runs(start, centre):
            if not values.is_asked(side) or length < values.run or place + values.size > len(values):
                continue
            after = values.level(range(place, place + values.size))
            if not _goes_back(values, place, after, -side):
                yield Move(place, place + values.size, side, centre, after)
                start, centre = place + values.size, after
                break
        else:
            return


def _goes_back(values: Values, start: int, centre: float, side: int) -> bool:
    """Whether a run to ``side`` starts among the points that set a centre, or may yet become one."""
    return any(
        run.side == side and (run.length >= values.run or run.is_last)
        for run in values.runs(start, centre)
        if run.place < start + values.size
    )


def sustained_runs(values: Values, start: int, centre: float) -> Iterator[Move]:
    """Each run that is long enough; its first points set the next centre."""
    while True:
        runs = values.runs(start, centre)
        at = next(
            (at for at, run in enumerate(runs) if values.is_asked(run.side) and run.length >= values.run),
            None,
        )
        if at is None:
            return
        chosen = [run.place for run in runs[at : at + values.run]]
        after = values.level(chosen)
        yield Move(chosen[0], chosen[-1] + 1, runs[at].side, centre, after)
        start, centre = chosen[-1] + 1, after
