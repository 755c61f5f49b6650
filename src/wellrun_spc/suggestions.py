"""Where a new phase might start: suggestions with their reasons, which a person takes up or leaves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean, median
from types import MappingProxyType
from typing import Literal, NamedTuple

from wellrun_spc.messages import Message, render, sentences
from wellrun_spc.results import Point, Result, Side, X
from wellrun_spc.series import SeriesError
from wellrun_spc.wording import decimals_for, format_moment, format_rounded

Method = Literal["stable-shift", "sustained-run"]
ROUNDING = 1e-12
"""Nearer to the centre than this part of it counts as on it."""
_RATIOS = frozenset({"p", "u", "np", "p_prime", "u_prime"})
"""Their centre is the sum of numerators over the sum of denominators."""
METHODS: tuple[Method, ...] = ("stable-shift", "sustained-run")

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "suggest.plain.high": (
            "From {moment} on, {length} points in a row are above the centre of {before}. "
            "The {used} points from there on have a centre of {after}."
        ),
        "suggest.plain.low": (
            "From {moment} on, {length} points in a row are below the centre of {before}. "
            "The {used} points from there on have a centre of {after}."
        ),
        "suggest.stayed": "No long run went back since.",
        "suggest.ask": "If you know what changed, start a new phase there and say what it was.",
        "suggest.field.stable-shift": (
            "Stable shift: a run of {length} or more from {moment}; {used} points give new limits without an "
            "opposing run of {length}."
        ),
        "suggest.field.sustained-run": "Sustained run: {length} points from {moment}, on one side.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """The start of a possible new phase. Nothing is changed by it."""

    method: str
    position: int
    """Position of the first point of the new phase, from 0: what `PhaseStart` takes."""
    x: X
    side: Side
    """Which way the level moved."""
    before: float
    """The centre until then."""
    after: float
    """The centre of the points that would set the new limits."""
    last: int
    """Position of the last of these points."""
    sentence: str
    plain: str
    messages: tuple[Message, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values; dates are ISO text."""
        stored = asdict(self)
        stored["x"] = self.x.isoformat() if hasattr(self.x, "isoformat") else self.x
        return stored


@dataclass(frozen=True, slots=True)
class _Move:
    """A shift among the usable points of a phase: places in their list."""

    start: int
    stop: int
    side: int
    before: float
    after: float


def suggest_phases(
    chart: Result,
    *,
    method: Method = "stable-shift",
    length: int | None = None,
    least: int | None = None,
    side: Side | None = None,
) -> tuple[Suggestion, ...]:
    """Where new phases might start within the last phase of a chart. It never changes the chart.

    Parameters
    ----------
    chart
        A computed chart. On a chart of moving ranges there is nothing to suggest.
    method
        ``stable-shift``: limits are set again only where a shift lasts long enough to set them, and no run of
        that length goes back. ``sustained-run``: wherever a run is long enough.
    length
        Points in a row on one side that make a shift: 8, and 9 for sustained runs, where it is not given.
    least
        Points that set limits: 21, and 13 for sustained runs, where it is not given. A frozen baseline is
        kept.
    side
        Look for moves to this side only.

    Returns
    -------
    tuple of Suggestion
        In order of time; empty where there is none.

    Raises
    ------
    SeriesError
        Where the method, or a number of points, cannot be used.

    Notes
    -----
    Points that are missing, left out, or exactly on the centre neither make nor end a run.

    References
    ----------
    Re-establishing control limits in statistical process control analyses: the stable shift algorithm, 2025,
    BMJ Quality & Safety, doi 10.1136/bmjqs-2025-019263. Sustained runs: as the R package runcharter 0.2.0.
    """
    if method not in METHODS:
        raise SeriesError(f"There is no method “{method}”.", remedy=f"Use one of {', '.join(METHODS)}.")
    if side not in (None, "high", "low"):
        raise SeriesError(f"There is no side “{side}”.", remedy="Use high or low, or leave it out.")
    is_stable = method == "stable-shift"
    run = _count(length, 8 if is_stable else 9, 4, "A run")
    size = _count(least, 21 if is_stable else 13, 2, "A baseline")
    if chart.chart == "mr":
        return ()
    phase = chart.phases[-1]
    points = [
        point
        for point in chart.points[phase.start : phase.end + 1]
        if point.value is not None and not point.excluded
    ]
    first = sum([point.position <= phase.baseline_end for point in points]) if phase.frozen else size
    values = _Values(points, chart, run, size, side)
    if len(points) < first + (size if is_stable else run):
        return ()
    centre = phase.centre if phase.frozen and phase.centre is not None else values.level(range(first))
    moves = _stable_shifts(values, first, centre) if is_stable else _sustained_runs(values, first, centre)
    return tuple([_told(chart, points, move, method, run) for move in moves])


def _count(given: int | None, usual: int, fewest: int, what: str) -> int:
    chosen = usual if given is None else given
    if not isinstance(chosen, int) or isinstance(chosen, bool) or chosen < fewest:
        raise SeriesError(
            f"{what} of {given} points says nothing.", remedy=f"Use a whole number from {fewest} on."
        )
    return chosen


class _Run(NamedTuple):
    """Points in a row on one side of a centre; those on it are passed over."""

    place: int
    side: int
    length: int
    is_last: bool
    """No later point is on the other side: it may grow."""


class _Values:
    """The usable points of a phase as numbers, and the runs among them."""

    def __init__(
        self, points: Sequence[Point], chart: Result, run: int, size: int, side: Side | None
    ) -> None:
        self._points = points
        self._is_ratio = chart.chart in _RATIOS
        self._is_median = chart.chart == "run"
        self._multiply = chart.multiply
        self._only = {"high": 1, "low": -1, None: 0}[side]
        self.run = run
        self.size = size

    def __len__(self) -> int:
        return len(self._points)

    def level(self, places: Iterable[int]) -> float:
        """The centre that some points would set: by the chart's own formula."""
        points = [self._points[place] for place in places]
        if self._is_ratio:
            parts, wholes = (
                sum([getattr(point, name) or 0.0 for point in points])
                for name in ("numerator", "denominator")
            )
            return parts / wholes * self._multiply
        values = [point.value or 0.0 for point in points]
        return median(values) if self._is_median else fmean(values)

    def side(self, place: int, centre: float) -> int:
        """Above the centre (1), below it (-1), or on it (0)."""
        distance = (self._points[place].value or 0.0) - centre
        return 0 if abs(distance) <= ROUNDING * abs(centre) else 1 if distance > 0 else -1

    def is_asked(self, side: int) -> bool:
        """Whether moves to this side are looked for."""
        return self._only in (0, side)

    def runs(self, start: int, centre: float) -> list[_Run]:
        """The run that starts at each place off the centre: parts of a longer run too."""
        found: list[_Run] = []
        for place in range(len(self) - 1, start - 1, -1):
            side = self.side(place, centre)
            if side and found and found[-1].side == side:
                found.append(_Run(place, side, found[-1].length + 1, found[-1].is_last))
            elif side:
                found.append(_Run(place, side, 1, not found))
        return found[::-1]


def _stable_shifts(values: _Values, start: int, centre: float) -> Iterator[_Move]:
    """Shifts that last: the first run of ``run`` or more whose ``size`` points see no run go back."""
    while True:
        for place, side, length, _ in values.runs(start, centre):
            if not values.is_asked(side) or length < values.run or place + values.size > len(values):
                continue
            after = values.level(range(place, place + values.size))
            if not _goes_back(values, place, after, -side):
                yield _Move(place, place + values.size, side, centre, after)
                start, centre = place + values.size, after
                break
        else:
            return


def _goes_back(values: _Values, start: int, centre: float, side: int) -> bool:
    """Whether a run to ``side`` starts among the points that set a centre, or may yet become one."""
    return any(
        run.side == side and (run.length >= values.run or run.is_last)
        for run in values.runs(start, centre)
        if run.place < start + values.size
    )


def _sustained_runs(values: _Values, start: int, centre: float) -> Iterator[_Move]:
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
        yield _Move(chosen[0], chosen[-1] + 1, runs[at].side, centre, after)
        start, centre = chosen[-1] + 1, after


def _told(chart: Result, points: Sequence[Point], move: _Move, method: Method, length: int) -> Suggestion:
    """A move as a suggestion, with its reason."""
    side: Side = "high" if move.side > 0 else "low"
    first = points[move.start]
    scale = 100.0 if chart.percent else 1.0
    decimals = decimals_for([move.before * scale, move.after * scale])
    facts: dict[str, object] = {
        "moment": format_moment(first.x, chart.period),
        "length": length,
        "used": move.stop - move.start,
        "before": format_rounded(move.before, decimals, percent=chart.percent),
        "after": format_rounded(move.after, decimals, percent=chart.percent),
    }
    field: Message = (f"suggest.field.{method}", facts)
    parts: list[Message] = [(f"suggest.plain.{side}", facts)]
    if method == "stable-shift":
        parts.append(("suggest.stayed", {}))
    plain = sentences([*parts, ("suggest.ask", {})])
    return Suggestion(
        method=method, position=first.position, x=first.x, side=side, before=move.before, after=move.after,
        last=points[move.stop - 1].position, sentence=render(field, ENGLISH), plain=render(plain, ENGLISH),
        messages=(field, plain),
    )  # fmt: skip
