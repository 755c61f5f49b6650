"""The periods along x: dates, numbers or labels, in order, each once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from math import isfinite
from typing import TypeAlias

from wellrun_spc.series.errors import SeriesError, written

X: TypeAlias = date | datetime | float | int | str


def periods(x: Iterable[object] | None, length: int) -> tuple[X, ...]:
    """The checked periods: 1, 2, 3 ... where none are given."""
    if x is None:
        return tuple(range(1, length + 1))
    found = tuple(period if type(period) is date else _period(period, row) for row, period in enumerate(x, 1))
    if len(found) != length:
        raise SeriesError(
            f"There are {length} values but {len(found)} periods in x.",
            remedy="Give one period for each value.",
        )
    if found:
        _require_one_kind(found)
        _require_order(found)
    return found


def _period(period: object, row: int) -> X:
    if isinstance(period, (date, str)) and period == period:  # pandas' NaT is a date that equals nothing
        if isinstance(period, str) and not period.strip():
            raise _missing(row)
        return period
    try:
        number = float(period)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise _missing(row) from None
    if not isfinite(number):
        raise _missing(row)
    return number if isinstance(period, float) else int(number)


def _missing(row: int) -> SeriesError:
    return SeriesError(
        "The period is missing or cannot be read.",
        remedy="Give a date, a number or a label, or leave the row out.",
        row=row,
    )


def _kind(period: X) -> str:
    if isinstance(period, datetime):
        return "time with a zone" if period.tzinfo else "time"
    if isinstance(period, date):
        return "date"
    return "label" if isinstance(period, str) else "number"


def _require_one_kind(found: tuple[X, ...]) -> None:
    first = _kind(found[0])
    for row, period in enumerate(found, 1):
        if type(period) is not type(found[0]) or first.startswith("time"):
            kind = _kind(period)
            if kind != first:
                raise SeriesError(
                    f"The period is a {kind}, but the first one is a {first}.",
                    remedy="Use one kind of period in the whole series.",
                    row=row,
                    x=period,
                )


def _require_order(found: tuple[X, ...]) -> None:
    if isinstance(found[0], str):
        _require_once(found)
        return
    for row, (earlier, later) in enumerate(zip(found, found[1:], strict=False), 2):
        if earlier < later:  # type: ignore[operator]
            continue
        if earlier == later:
            raise _repeated(row, later, row - 1)
        raise SeriesError(
            f"This period comes before the one above it ({written(earlier)}).",
            remedy="Sort the rows from oldest to newest.",
            row=row,
            x=later,
        )


def _require_once(found: tuple[X, ...]) -> None:
    rows: dict[X, int] = {}
    for row, label in enumerate(found, 1):
        if label in rows:
            raise _repeated(row, label, rows[label])
        rows[label] = row


def _repeated(row: int, period: X, earlier: int) -> SeriesError:
    return SeriesError(
        f"This period is already in row {earlier}.",
        remedy="Keep one row for each period, or add the rows together first.",
        row=row,
        x=period,
    )
