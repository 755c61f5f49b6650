"""The periods along x: dates, numbers or labels, in order, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Any, TypeAlias

from wellrun_spc.series.errors import SeriesError, written
from wellrun_spc.wording import plural

_NEARLY_A_DAY = timedelta(hours=22)
"""A day on which clocks go forward has 23 hours."""
X: TypeAlias = date | datetime | float | int | str
"""A period: a date or moment, a number in order (a case, a week number), or a label kept in given order."""


def periods(x: Iterable[object] | None, length: int) -> tuple[X, ...]:
    """The checked periods: 1, 2, 3 ... where none are given."""
    if x is None:
        return tuple(range(1, length + 1))
    found = _read(x)
    if len(found) != length:
        raise SeriesError(
            f"Found {plural('value', length)} but {plural('period', len(found))} in x.",
            remedy="Give one period for each value.",
        )
    _require_one_kind(found)
    if isinstance(found[0], str):
        _require_once(found)
    else:
        _require_order(found)
    return found


def one_of_a_kind(x: Iterable[object], name: str) -> tuple[X, ...]:
    """Periods or labels of one kind, in any order and any number of times; raises `SeriesError`."""
    if isinstance(x, (str, bytes)):
        raise SeriesError(f"The {name}s must be a sequence.", remedy=f"Give one {name} for each value.")
    found = _read(x)
    if found:
        _require_one_kind(found)
    return found


def _read(x: Iterable[object]) -> tuple[X, ...]:
    return tuple(
        [period if type(period) is date else _period(period, row) for row, period in enumerate(x, 1)]
    )


def _period(given: Any, row: int) -> X:
    period = _of_library(given)
    if isinstance(period, date):
        # pandas marks a missing date with NaT: it counts as a date and equals nothing, not even itself
        found: X | None = period if period == period else None
    elif isinstance(period, str):
        found = period if period.strip() else None
    else:
        found = _number(period)
    if found is None:
        raise SeriesError(
            "The period is missing or cannot be read.",
            remedy="Give a date, a number or a label, or leave the row out.",
            row=row,
        )
    return found


def _of_library(period: Any) -> Any:
    """A NumPy datetime64 or a pandas Period as the date or moment it begins with; all else as it is."""
    kind = type(period).__name__
    if kind == "datetime64":
        found = period.item()
        # nanoseconds, which Python has no moment for, come as a number
        return period.astype("datetime64[us]").item() if isinstance(found, int) else found
    if kind == "Period":
        start, length = period.start_time.to_pydatetime(), period.end_time - period.start_time
        return start.date() if length > _NEARLY_A_DAY else start
    return period


def _number(period: Any) -> float | int | None:
    """A finite number, whole where it was whole; ``None`` for anything else."""
    try:
        number = float(period)
    except (TypeError, ValueError, OverflowError):
        return None
    if not isfinite(number):
        return None
    return number if isinstance(period, float) else int(period)


def _kind(period: X) -> str:
    if isinstance(period, datetime):
        return "time with a zone" if period.tzinfo else "time"
    if isinstance(period, date):
        return "date"
    return "label" if isinstance(period, str) else "number"


def _require_one_kind(found: Sequence[X]) -> None:
    if {type(period) for period in found} in ({date}, {int}, {float}, {str}):
        return
    first = _kind(found[0])
    for row, period in enumerate(found, 1):
        kind = _kind(period)
        if kind != first:
            raise SeriesError(
                f"The period is a {kind}, but the first one is a {first}.",
                remedy="Use one kind of period in the whole series.",
                row=row,
                x=period,
            )


def _require_order(found: Sequence[Any]) -> None:
    earlier = found[0]
    for row, later in enumerate(found[1:], 2):
        if not earlier < later:
            if earlier == later:
                raise _repeated(row, later, row - 1)
            raise SeriesError(
                f"This period comes before the one above it ({written(earlier)}).",
                remedy="Sort the rows from oldest to newest.",
                row=row,
                x=later,
            )
        earlier = later


def _require_once(found: Sequence[X]) -> None:
    rows: dict[X, int] = {}
    for row, label in enumerate(found, 1):
        if rows.setdefault(label, row) != row:
            raise _repeated(row, label, rows[label])


def _repeated(row: int, period: X, earlier: int) -> SeriesError:
    return SeriesError(
        f"This period is already in row {earlier}.",
        remedy="Keep one row for each period, or add the rows together first.",
        row=row,
        x=period,
    )
