"""Phases: which points share a centre and limits, and which of them set these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wellrun_spc.series import SeriesError, place_of
from wellrun_spc.series.axis import X
from wellrun_spc.series.places import nearest_point
from wellrun_spc.series.errors import written


@dataclass(frozen=True, slots=True)
class PhaseStart:
    """The start of a new phase, made by a person.

    ``at`` is the first point of the phase: its 0-based position, or its period. ``baseline`` freezes the limits of
    this phase after so many points.
    """

    at: object
    name: str = ""
    reason: str = ""
    baseline: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Positions ``start`` to ``end`` (both included); limits are set by those up to ``baseline_end``."""

    start: int
    end: int
    baseline_end: int
    name: str
    reason: str


def spans_of(xs: Sequence[X], starts: Iterable[object], freeze: object = None) -> list[Span]:
    """The phases in order: they cover every point once.

    ``freeze`` is a number of points from the start of the series, or the last period of the baseline; it belongs to
    the phase that it falls in. A baseline longer than its phase is not complete yet, and freezes nothing.
    """
    named = _named(xs, starts)
    frozen = _freeze_position(freeze, xs)
    places = sorted(named)
    spans = []
    for start, following in zip(places, [*places[1:], len(xs)], strict=True):
        phase, end = named[start], following - 1
        last = end
        if phase.baseline is not None:
            last = min(end, start + _points(phase.baseline) - 1)
        elif frozen is not None and start <= frozen <= end:
            last = frozen
        spans.append(Span(start, end, last, phase.name, phase.reason))
    return spans


def _named(xs: Sequence[X], starts: Iterable[object]) -> dict[int, PhaseStart]:
    if isinstance(starts, (str, date)):
        starts = (starts,)
    named: dict[int, PhaseStart] = {}
    for start in starts:
        phase = start if isinstance(start, PhaseStart) else PhaseStart(start)
        place = place_of(phase.at, xs, "The phase start")
        if place in named:
            raise SeriesError(
                "Two phases start at this point.", remedy="Keep one of them.", row=place + 1, x=xs[place]
            )
        named[place] = phase
    named.setdefault(0, PhaseStart(0))
    return named


def _freeze_position(freeze: object, xs: Sequence[X]) -> int | None:
    if freeze is None:
        return None
    if isinstance(freeze, int):
        return _points(freeze) - 1
    if isinstance(freeze, (date, float)):
        return _last_up_to(freeze, xs)
    return place_of(freeze, xs, "The baseline end")


def _points(count: int) -> int:
    if isinstance(count, bool) or count < 2:
        raise SeriesError(
            f"A baseline of {count} points sets no limits.",
            remedy="Use at least 2 points; 12 or more is better.",
        )
    return count


def _last_up_to(freeze: date | float, xs: Sequence[X]) -> int:
    try:
        place = sum(1 for x in xs if x <= freeze) - 1  # type: ignore[operator]
        beyond = xs[-1] < freeze  # type: ignore[operator]
    except TypeError:
        return place_of(freeze, xs, "The baseline end")
    if place < 0 or beyond:
        raise SeriesError(
            f"The baseline end {written(freeze)} matches no point.",
            remedy=f"{nearest_point(freeze, xs)} Use a period that is in the series.",
        )
    return place
