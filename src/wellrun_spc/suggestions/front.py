"""Where a new phase might start: suggestions with their reasons, which a person takes up or leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Literal

from wellrun_spc.messages import ENGLISH as MESSAGES
from wellrun_spc.messages import Message, render, sentences
from wellrun_spc.readings.moments import moment_of
from wellrun_spc.results import Point, Result, Side, X
from wellrun_spc.series import SeriesError
from wellrun_spc.suggestions.moves import Move, Values, stable_shifts, sustained_runs
from wellrun_spc.wording import decimals_for, format_rounded

Method = Literal["stable-shift", "sustained-run"]
METHODS: tuple[Method, ...] = ("stable-shift", "sustained-run")

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        **MESSAGES,
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
        A computed chart. On a chart of moving ranges, and on an np chart without one centre line, there is
        nothing to suggest.
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
    phase = chart.phases[-1]
    if chart.chart == "mr" or (chart.chart == "np" and phase.centre is None):
        return ()
    points = [
        point
        for point in chart.points[phase.start : phase.end + 1]
        if point.value is not None and not point.excluded
    ]
    first = sum([point.position <= phase.baseline_end for point in points]) if phase.frozen else size
    values = Values(points, chart, run, size, side)
    if len(points) < first + (size if is_stable else run):
        return ()
    line = phase.centre if phase.middle is None else phase.middle
    centre = line if phase.frozen and line is not None else values.level(range(first))
    moves = stable_shifts(values, first, centre) if is_stable else sustained_runs(values, first, centre)
    return tuple([_told(chart, points, move, method, run) for move in moves])


def _count(given: int | None, usual: int, fewest: int, what: str) -> int:
    chosen = usual if given is None else given
    if not isinstance(chosen, int) or isinstance(chosen, bool) or chosen < fewest:
        raise SeriesError(
            f"{what} of {given} points says nothing.", remedy=f"Use a whole number from {fewest} on."
        )
    return chosen


def _told(chart: Result, points: Sequence[Point], move: Move, method: Method, length: int) -> Suggestion:
    """A move as a suggestion, with its reason."""
    side: Side = "high" if move.side > 0 else "low"
    first = points[move.start]
    scale = 100.0 if chart.percent else 1.0
    decimals = decimals_for([move.before * scale, move.after * scale])
    facts: dict[str, object] = {
        "moment": moment_of(first.x, chart.period),
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
