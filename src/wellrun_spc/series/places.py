"""Finding points: by position, or by what stands in x."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from wellrun_spc.series.axis import X
from wellrun_spc.series.errors import SeriesError, written


def place_of(at: object, xs: Sequence[X], what: str) -> int:
    """The 0-based position that ``at`` names: an int is a position, all else is looked up in x."""
    if isinstance(at, int) and not isinstance(at, bool):
        if 0 <= at < len(xs):
            return at
        raise SeriesError(
            f"{_sentence(what)} {at} matches no point: positions run from 0 to {len(xs) - 1}.",
            remedy="Positions count from 0. You can also name the period itself.",
        )
    wanted = as_period(at, xs)
    for position, x in enumerate(xs):
        if x == wanted:
            return position
    raise matches_nothing(wanted, xs, what)


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
        f"{_sentence(what)} {written(at)} matches no point.",
        remedy=f"{_nearest(at, xs)} Use a period that is in the series.",
    )


def _nearest(at: Any, xs: Sequence[Any]) -> str:
    try:
        near = min(xs, key=lambda x: abs(x - at))
    except TypeError:  # labels, or another kind of period: there is no distance
        return f"The points run from {written(xs[0])} to {written(xs[-1])}."
    return f"The nearest point is {written(near)}."


def places_of(given: Iterable[object], xs: Sequence[X], what: str) -> frozenset[int]:
    """Positions named one by one, or by one True or False for each point."""
    named = [given] if isinstance(given, (str, date)) else list(given)
    if named and all(isinstance(flag, bool) for flag in named):
        if len(named) != len(xs):
            raise SeriesError(
                f"There are {len(named)} flags for {what} but {len(xs)} points.",
                remedy="Give one for each point, or name the points.",
            )
        return frozenset(position for position, flag in enumerate(named) if flag)
    return frozenset([place_of(at, xs, what) for at in named])


def _sentence(what: str) -> str:
    return what[0].upper() + what[1:]
