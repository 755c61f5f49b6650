"""From raw rows, each with its date, to one number for each day, week, month, quarter or year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import fsum
from typing import Any

from wellrun_spc.series import SeriesError, number, require_same_length

PERIODS = ("day", "week", "month", "quarter", "year")
"""What rows can be brought together to."""
WAYS = ("count", "sum", "mean", "share")
"""How the rows of one period become one number."""
MOST = 100_000
"""More periods than this are a slip in a date: 270 years of days."""


@dataclass(frozen=True, slots=True)
class Aggregated:
    """One number for each period from the first to the last, empty periods too."""

    x: tuple[date, ...]
    """The first day of each period; weeks start on Monday."""
    values: tuple[float | None, ...]
    """``None`` where there is nothing to go by; for shares how many rows are true."""
    n: tuple[int | None, ...]
    """How many rows with a value the number rests on; ``None`` for no rows where the value is missing."""


def aggregate(
    dates: Iterable[object],
    values: Iterable[object] | None = None,
    *,
    to: str = "month",
    how: str = "count",
    first: object = None,
    last: object = None,
) -> Aggregated:
    """Bring dated rows together, so that each period is one point of a chart.

    Parameters
    ----------
    dates
        The date of each row, in any order: dates, times, or ISO text such as 2026-04-14.
    values
        The value of each row; ``None`` or NaN where missing. A count needs none. A share takes 1 or True, and
        0 or False.
    to
        ``day``, ``week`` (Monday to Sunday), ``month``, ``quarter`` or ``year``.
    how
        ``count`` (rows; where there are values, rows that have one), ``sum``, ``mean``, or ``share``: how
        many rows are true, out of ``n``.
    first, last
        Dates in the first and the last period, where these may be empty: nothing happening is a number too.

    Returns
    -------
    Aggregated
        Periods, values and ``n``. An empty period counts 0 and sums to 0; its mean and share are missing. A
        period whose values are all missing has no sum.

    Raises
    ------
    SeriesError
        Where a date or a value cannot be read, naming the row.

    Examples
    --------
    >>> falls = aggregate(["2026-01-30", "2026-03-02", "2026-03-20"], to="month")
    >>> [str(month) for month in falls.x], falls.values
    (['2026-01-01', '2026-02-01', '2026-03-01'], (1.0, 0.0, 2.0))
    >>> seen = aggregate(["2026-01-30", "2026-01-31"], [True, False], to="month", how="share")
    >>> seen.values, seen.n
    ((1.0,), (2,))
    """
    _require_one_of(how, WAYS, "way")
    starts = period_starts(dates, to=to)
    found = _values(values, how, len(starts))
    ends = [_start(_date(edge, None), to) for edge in (first, last) if edge is not None]
    if not starts and not ends:
        raise SeriesError("There are no rows.", remedy="Give at least one, or the first and the last period.")
    _require_within(starts, first, last, to)
    groups: dict[date, list[float]] = {start: [] for start in _range([*starts, *ends], to)}
    empty = set(groups) - set(starts)
    for start, value in zip(starts, found, strict=True):
        if value == value:
            groups[start].append(value)
    rows = [_one(group, how, is_empty=start in empty) for start, group in groups.items()]
    return Aggregated(tuple(groups), tuple([value for value, _ in rows]), tuple([n for _, n in rows]))


def period_starts(dates: Iterable[object], *, to: str = "month") -> tuple[date, ...]:
    """The first day of the period that each date is in: a subgroup for each row, for xbar and s charts.

    Raises
    ------
    SeriesError
        Where a date cannot be read, naming the row, or there is no such period.

    Examples
    --------
    >>> [str(day) for day in period_starts(["2026-04-14", "2026-04-19"], to="week")]
    ['2026-04-13', '2026-04-13']
    """
    _require_one_of(to, PERIODS, "period")
    if isinstance(dates, (str, bytes)):
        raise SeriesError("The dates must be a sequence.", remedy="Give one date for each row.")
    return tuple([_start(_date(day, row), to) for row, day in enumerate(dates, 1)])


def _require_one_of(given: object, known: Sequence[str], name: str) -> None:
    if given not in known:
        raise SeriesError(f"There is no {name} “{given}”.", remedy=f"Use one of {', '.join(known)}.")


def _date(given: Any, row: int | None) -> date:
    if isinstance(given, datetime):
        # pandas marks a missing time with NaT, which equals nothing
        given = given.date() if given == given else None
    elif isinstance(given, str):
        given = _from_iso(given)
    if not isinstance(given, date):
        raise SeriesError(
            "The date is missing or cannot be read.", remedy="Give a date such as 2026-04-14.", row=row
        )
    return given


def _from_iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text.strip()).date()
    except ValueError:
        return None


def _start(day: date, to: str) -> date:
    """The first day of the period that a day is in."""
    if to == "day":
        return day
    if to == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    if to == "year":
        return day.replace(month=1, day=1)
    return day.replace(month=day.month if to == "month" else (day.month - 1) // 3 * 3 + 1, day=1)


def _following(start: date, to: str) -> date:
    days = {"day": 1, "week": 7, "month": 31, "quarter": 93, "year": 366}[to]
    return _start(start + timedelta(days), to)


def _range(starts: Iterable[date], to: str) -> list[date]:
    """All periods from the first to the last."""
    known = set(starts)
    day, end = min(known), max(known)
    found = [day]
    while day < end:
        if len(found) == MOST:
            raise SeriesError(
                f"From {found[0].isoformat()} to {end.isoformat()} there are more than {MOST:,} {to}s.",
                remedy="Check the first date and the last.",
            )
        day = _following(day, to)
        found.append(day)
    return found


def _require_within(starts: Sequence[date], first: object, last: object, to: str) -> None:
    low = _start(_date(first, None), to) if first is not None else date.min
    high = _start(_date(last, None), to) if last is not None else date.max
    for row, start in enumerate(starts, 1):
        if not low <= start <= high:
            raise SeriesError(
                "The date is outside the first and last period that were asked for.",
                remedy="Leave the row out, or ask for a longer time.",
                row=row,
                x=start,
            )


def _values(values: Iterable[object] | None, how: str, length: int) -> list[float]:
    if values is None:
        if how != "count":
            raise SeriesError(f"A {how} needs values.", remedy="Give one for each date.")
        return [1.0] * length
    if how == "count":
        given = list(values)
        found = [1.0 if _is_there(value) else float("nan") for value in given]
    else:
        found = [number(value, "value", row) for row, value in enumerate(values, 1)]
    require_same_length(len(found), length, "date")
    if how == "share":
        _require_true_or_false(found)
    return found


def _is_there(value: Any) -> bool:
    """Whether a row has a value, of whatever kind: text counts too."""
    return value is not None and type(value).__name__ != "NAType" and bool(value == value)


def _require_true_or_false(found: Sequence[float]) -> None:
    for row, value in enumerate(found, 1):
        if value not in (0, 1) and value == value:
            raise SeriesError(
                f"The value {value:g} is neither true nor false.",
                remedy="For a share give 1 where it is so, and 0 where it is not.",
                row=row,
            )


def _one(known: Sequence[float], how: str, *, is_empty: bool) -> tuple[float | None, int | None]:
    """The number of one period, and how many rows it rests on."""
    size = len(known)
    if how == "count":
        return float(size), size
    if size == 0:
        return (0.0, 0) if how == "sum" and is_empty else (None, None)
    return (fsum(known) / size if how == "mean" else fsum(known)), size
