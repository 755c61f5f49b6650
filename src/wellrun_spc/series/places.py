"""Finding points: by position, or by what stands in x."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import index
from typing import Any

from wellrun_spc.series.axis import X
from wellrun_spc.series.errors import SeriesError, written
from wellrun_spc.wording import plural


def places_of(named: Sequence[object], xs: Sequence[X], what: str) -> list[int]:
    """The 0-based positions that are named: a whole number is one itself, all else is looked up in x.

    Raises
    ------
    SeriesError
        Where nothing has that name; it says which point is nearest, and begins with ``what``.
    """
    places = [_position(at) for at in named]
    known = {x: position for position, x in enumerate(xs)} if None in places else {}
    return [
        _looked_up(at, known, xs, what) if place is None else _within(place, xs, what)
        for at, place in zip(named, places, strict=True)
    ]


def _position(at: Any) -> int | None:
    if isinstance(at, bool):
        return None
    try:
        return index(at)
    except TypeError:
        return None


def _within(place: int, xs: Sequence[X], what: str) -> int:
    if not 0 <= place < len(xs):
        raise SeriesError(
            f"{what} {place} matches no point: positions run from 0 to {len(xs) - 1}.",
            remedy="Positions count from 0. You can also name the period itself.",
        )
    return place


def _looked_up(at: object, known: Mapping[Any, int], xs: Sequence[X], what: str) -> int:
    wanted = as_period(at, xs)
    try:
        found = None if isinstance(wanted, bool) else known.get(wanted)
    except TypeError:  # a list, say: nothing that could stand in x
        found = None
    if found is None:
        raise matches_nothing(wanted, xs, what)
    return found


def as_period(at: object, xs: Sequence[X]) -> object:
    """Text such as 2026-04-14 as a date, where x holds dates."""
    if isinstance(at, str) and isinstance(xs[0], date):
        try:
            return type(xs[0]).fromisoformat(at)
        except ValueError:
            return at
    return at


def matches_nothing(at: object, xs: Sequence[X], what: str) -> SeriesError:
    """The error that names the point nearest to what was asked for."""
    return SeriesError(
        f"{what} {written(at)} matches no point.",
        remedy=f"{_nearest(at, xs)} Use a period that is in the series.",
    )


def _nearest(at: Any, xs: Sequence[Any]) -> str:
    try:
        near = min(xs, key=lambda x: abs(x - at))
    except TypeError:  # labels, or another kind of period: there is no distance
        return f"The points run from {written(xs[0])} to {written(xs[-1])}."
    return f"The nearest point is {written(near)}."


def flagged(given: Iterable[object], xs: Sequence[X], what: str) -> frozenset[int]:
    """Positions of points that are named one by one, or by one True or False for each point."""
    named = [given] if isinstance(given, (str, date)) else list(given)
    if named and all(isinstance(flag, bool) for flag in named):
        if len(named) != len(xs):
            raise SeriesError(
                f"Found {plural('mark', len(named))} (True or False) but {plural('point', len(xs))}.",
                remedy="Give one for each point, or name the points.",
            )
        return frozenset([position for position, flag in enumerate(named) if flag])
    return frozenset(places_of(named, xs, what))
