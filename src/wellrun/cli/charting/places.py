"""Points named on the command line: by number, counted from 1, or by date."""

from __future__ import annotations

from collections.abc import Iterable

from wellrun.cli.charting.refused import Refused
from wellrun.exchange.dates import Period
from wellrun.exchange.periods import Periods, period_like


def place_named(text: str, option: str, length: int, periods: Periods | None) -> int | Period:
    """Read ``K|DATE``: a position counted from 0, or a period as it stands in the series.

    Raises
    ------
    Refused
        The number matches no point, or the text is neither a number nor a period.
    """
    bare = text.strip()
    if bare.isdecimal() and 1 <= int(bare) <= length:
        return int(bare) - 1
    period = period_like(bare, periods) if periods else None
    if period is not None and not isinstance(period, int | float):
        return period
    if bare.isdecimal():
        raise Refused(
            f"{option} {bare} names no point. The series has {length} points.",
            remedy="Count the points from 1, or give the date.",
        )
    example = _example(periods)
    raise Refused(f"{option} “{text}” names no point.", remedy=f"Give a number from 1 to {length}{example}.")


def places_named(
    texts: Iterable[str], option: str, length: int, periods: Periods | None
) -> list[int | Period]:
    """The same for an option that may be given several times."""
    return [place_named(text, option, length, periods) for text in texts]


def baseline_named(text: str | None, length: int, periods: Periods | None) -> int | Period | None:
    """Read ``--freeze``: the number of points of the baseline, or its last period."""
    if text is None:
        return None
    place = place_named(text, "--freeze", length, periods)
    return place + 1 if isinstance(place, int) else place


def _example(periods: Periods | None) -> str:
    first = next((value for value in periods.values if value is not None), None) if periods else None
    return f", or a date like {first}" if first is not None else ""
