"""Finding points: by position, or by what stands in x."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from wellrun_spc.series.axis import X
from wellrun_spc.series.errors import SeriesError, written


def place_of(at: object, xs: Sequence[X], what: str) -> int:
    """The 0-based position that ``at`` names: an int is a position, all else is looked up in x."""
    if isinstance(at, int) and not isinstance(at, bool):
        if 0 <= at < len(xs):
            return at
        raise SeriesError(
            f"{what} {at} matches no point: positions run from 0 to {len(xs) - 1}.",
            remedy="Positions count from 0. You can also give the period itself.",
        )
    for position, x in enumerate(xs):
        if x == at:
            return position
    raise SeriesError(
        f"{what} {written(at)} matches no point.",
        remedy=f"{nearest_point(at, xs)} Use a period that is in the series.",
    )


def nearest_point(at: object, xs: Sequence[X]) -> str:
    """A sentence that names the point nearest to ``at``, or the first and last points."""
    if type(at) is type(xs[0]) and isinstance(at, (date, datetime, float)):
        try:
            near = min(xs, key=lambda x: abs(x - at))  # type: ignore[operator]
        except TypeError:  # one time has a zone and the other has none
            near = xs[0]
        return f"The nearest point is {written(near)}."
    return f"The points run from {written(xs[0])} to {written(xs[-1])}."


def places_of(given: Iterable[object], xs: Sequence[X], what: str) -> frozenset[int]:
    """Positions named one by one, or by one True or False for each point."""
    named = [given] if isinstance(given, (str, date)) else list(given)
    if not named:
        return frozenset()
    if all(isinstance(flag, bool) for flag in named):
        if len(named) != len(xs):
            raise SeriesError(
                f"There are {len(named)} flags for {what.lower()} but {len(xs)} points.",
                remedy="Give one for each point, or name the points.",
            )
        return frozenset(position for position, flag in enumerate(named) if flag)
    return frozenset(place_of(at, xs, what) for at in named)
