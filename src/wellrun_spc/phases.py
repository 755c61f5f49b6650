"""Phases: which points share a centre and limits, and which of them set these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import index
from typing import Any, NamedTuple

from wellrun_spc.series import SeriesError, X, as_period, matches_nothing, places_of


@dataclass(frozen=True, slots=True)
class PhaseStart:
    """The start of a new phase, made by a person."""

    at: object
    """The first point of the phase: its 0-based position, or its period."""
    name: str = ""
    reason: str = ""
    baseline: int | None = None
    """Freeze the limits of this phase once so many points have set them."""


class Span(NamedTuple):
    """Positions ``start`` to ``end`` (both included); limits are set by those up to ``baseline_end``."""

    start: int
    end: int
    baseline_end: int
    name: str
    reason: str
    awaited: int
    """Points that a baseline still lacks: until they are there the limits are not frozen."""


def spans_of(xs: Sequence[X], starts: Iterable[object], freeze: object = None) -> list[Span]:
    """The phases in order; they cover every point once.

    Parameters
    ----------
    xs
        The periods of the series.
    starts
        First points of new phases: positions (int, from 0), periods, or `PhaseStart`.
    freeze
        A number of points from the start of the series, or the last period of the baseline. It belongs to the
        phase that it falls in.

    Raises
    ------
    SeriesError
        Where a start or the freeze matches no point, or two phases start at one point.
    """
    named = _named(xs, starts)
    baseline = _baseline(freeze, xs)
    places = sorted(named)
    return [
        _span(named[start], start, following - 1, baseline, len(xs))
        for start, following in zip(places, [*places[1:], len(xs)], strict=True)
    ]


def _span(phase: PhaseStart, start: int, end: int, baseline: int | None, length: int) -> Span:
    wanted = end
    if phase.baseline is not None:
        wanted = start + _enough(phase.baseline) - 1
    elif baseline is not None and (start <= baseline <= end or (end == length - 1 and baseline > end)):
        wanted = baseline
    return Span(start, end, min(wanted, end), phase.name, phase.reason, max(0, wanted - end))


def _named(xs: Sequence[X], starts: Iterable[object]) -> dict[int, PhaseStart]:
    given = [starts] if isinstance(starts, (str, date, PhaseStart)) else list(starts)
    phases = [start if isinstance(start, PhaseStart) else PhaseStart(start) for start in given]
    places = places_of([phase.at for phase in phases], xs, "The phase start")
    named: dict[int, PhaseStart] = {}
    for place, phase in zip(places, phases, strict=True):
        if place in named:
            raise SeriesError(
                "Two phases start here.", remedy="Keep one of them.", row=place + 1, x=xs[place]
            )
        named[place] = phase
    named.setdefault(0, PhaseStart(0))
    return named


def _baseline(freeze: object, xs: Sequence[X]) -> int | None:
    """Position of the last baseline point; beyond the last point where it has not come yet."""
    if freeze is None:
        return None
    end = as_period(freeze, xs)
    if isinstance(end, (date, float)):
        return _last_up_to(end, xs)
    if isinstance(end, str):
        return places_of([end], xs, "The end of the baseline")[0]
    return _enough(end) - 1


def _enough(count: Any) -> int:
    try:
        points = index(count)
    except TypeError:
        points = 0
    if points < 2:
        raise SeriesError(
            f"A baseline of {count} sets no limits.", remedy="Use 2 points or more; 12 or more is better."
        )
    return points


def _last_up_to(end: Any, xs: Sequence[Any]) -> int:
    try:
        place = sum(1 for x in xs if x <= end) - 1
        is_later = xs[-1] < end
    except TypeError:
        raise matches_nothing(end, xs, "The end of the baseline") from None
    if place < 0 or is_later:
        raise matches_nothing(end, xs, "The end of the baseline")
    return place
