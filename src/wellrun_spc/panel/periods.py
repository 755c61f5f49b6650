"""Periods of a panel: sorted within each series, each once, and what kind they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from wellrun_spc.panel.arrow import arrow, chosen, valid_in, values_in
from wellrun_spc.panel.compiled.group_pass import find_disorder, middle_gaps
from wellrun_spc.panel.compiled.records import Counts, Places
from wellrun_spc.panel.faults import OneSeriesError
from wellrun_spc.panel.frames import column_of
from wellrun_spc.series import SeriesError, written
from wellrun_spc.wording import period_of

EPOCH = date(1970, 1, 1).toordinal()


class Periods(NamedTuple):
    """The column of periods, in order of series and period."""

    column: pa.Array
    ranks: npt.NDArray[Any] | None
    """Numbers that rise as the periods do; ``None`` for labels, which keep the order they were given in."""


def periods_of(table: pa.Table, name: str) -> Periods:
    """The column of periods as it was given; raises `SeriesError` where one is missing."""
    column = column_of(table, name)
    if column.null_count:
        row = int(np.argmin(valid_in(column))) + 1
        raise SeriesError(
            f"The period in the column “{name}” is missing.",
            remedy="Give a date, a number or a label, or leave the row out.",
            row=row,
        )
    return Periods(column, _ranks(column, name))


def _ranks(column: pa.Array, name: str) -> npt.NDArray[Any] | None:
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return None
    if pa.types.is_date32(kind):
        column = column.cast(pa.int32())
    elif pa.types.is_date64(kind) or pa.types.is_timestamp(kind):
        column = column.cast(pa.int64())
    elif not (pa.types.is_integer(kind) or pa.types.is_floating(kind)):
        raise SeriesError(
            f"The column “{name}” holds {kind}, which cannot be periods.",
            remedy="Use a column of dates, numbers or labels.",
        )
    ranks = values_in(column)
    if ranks.dtype.kind == "f" and not np.isfinite(ranks).all():
        row = int(np.argmin(np.isfinite(ranks))) + 1
        raise SeriesError(
            "The period is not a number.", remedy="Give a number, or leave the row out.", row=row
        )
    return ranks


def order_within(periods: Periods, starts: Places) -> Places | None:
    """The order that sorts each series by period; ``None`` where they are in order."""
    if periods.ranks is None:
        return None
    falling, _ = find_disorder(periods.ranks, starts)
    if falling < 0:
        return None
    series = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return np.lexsort((periods.ranks, series))


def repeated_at(periods: Periods, starts: Places) -> int:
    """A point whose period an earlier one of its series has, in periods in order; -1 where there is none."""
    if periods.ranks is not None:
        return find_disorder(periods.ranks, starts)[1]
    labels = values_in(periods.column.dictionary_encode().indices)
    series = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    order = np.lexsort((labels, series))
    same = (np.diff(labels[order]) == 0) & (np.diff(series[order]) == 0)
    again = order[1:][same]
    return int(again.min()) if len(again) else -1


def taken(periods: Periods, order: Places | None) -> Periods:
    """The periods in another order."""
    if order is None:
        return periods
    ranks = None if periods.ranks is None else periods.ranks[order]
    return Periods(periods.column.take(arrow(order)), ranks)


def kinds_of(periods: Periods | None, starts: Places) -> tuple[list[str], Counts]:
    """Kinds of period among the series (day, week, month ...), and which of them each series has."""
    series = len(starts) - 1
    if periods is None or not _is_dated(periods.column.type):
        return ["point"], np.zeros(series, np.int32)
    gaps = middle_gaps(_days(periods.column), starts)
    distinct, which = np.unique(gaps, return_inverse=True)
    return [_kind(int(gap)) for gap in distinct], which.astype(np.int32)


def _is_dated(kind: Any) -> bool:
    return bool(pa.types.is_date(kind) or pa.types.is_timestamp(kind))


def _days(column: pa.Array) -> Places:
    if pa.types.is_timestamp(column.type) and column.type.tz is not None:
        column = pc.local_timestamp(column)
    if not pa.types.is_date32(column.type):
        column = column.cast(pa.date32(), safe=False)
    return values_in(column.cast(pa.int32())).astype(np.int64)


def _kind(gap: int) -> str:
    """The kind of period whose neighbours are so many days apart."""
    first = np.datetime64("2000-01-01", "D").item()
    return period_of([first, first + (np.timedelta64(gap, "D").item())]) if gap else "point"


def repeated(key: str, period: object) -> OneSeriesError:
    """The error for a series that has a period twice."""
    return OneSeriesError(
        f"The series “{key}” has more than one row for {written(period)}.",
        remedy="Keep one row for each period, or add the rows together first.",
    )


def period_column(values: Sequence[Any]) -> pa.Array:
    """Periods as Arrow has them: dates, moments, numbers, or labels."""
    kinds = set(map(type, values))
    if kinds == {date}:
        days = np.fromiter(map(date.toordinal, values), np.int32, len(values)) - EPOCH
        return arrow(days.astype(np.int32)).view(pa.date32())
    if kinds == {datetime}:
        moments = np.array(values, "datetime64[us]").astype(np.int64)
        return arrow(moments).view(pa.timestamp("us"))
    if kinds <= {int, float}:
        return arrow(np.array(values))
    places = {label: place for place, label in enumerate(dict.fromkeys(values))}
    codes = np.fromiter(map(places.__getitem__, values), np.int32, len(values))
    return chosen(list(map(str, places)), codes)
