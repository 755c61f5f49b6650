"""What a table holds for a panel: series brought together, periods in order, numbers as columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from wellrun_spc.panel.arrays import data_of
from wellrun_spc.panel.compiled.records import Data, Places
from wellrun_spc.panel.frames import flags_of, names_in, numbers_of
from wellrun_spc.panel.gathering import Rows, gathered, together
from wellrun_spc.panel.grouping import groups_of
from wellrun_spc.panel.keys import codes_of, keys_at
from wellrun_spc.panel.periods import Periods, order_within, periods_of, repeated, repeated_at, taken
from wellrun_spc.panel.problems import name_of
from wellrun_spc.series import SUBGROUPS, SeriesError, a_chart


class Columns(NamedTuple):
    """Which column holds what."""

    by: str | Sequence[str]
    period: str | None
    value: str | None
    denominator: str | None
    target: float | str | None
    exclude: str | None
    suppress: str | None


class Given(NamedTuple):
    """The columns of a panel, in order of series and period."""

    keys: pa.Table
    starts: Places
    periods: Periods | None
    data: Data
    order: Places | None
    """Where each point stood in the table; ``None`` where they stood in order already."""
    rows: Rows | None = None
    """The rows of each point, on charts of subgroups."""


def given_in(table: pa.Table, columns: Columns, chart: str, threads: int | None = None) -> Given:
    """Read the columns of a table; raises `SeriesError`."""
    if not table.num_rows:
        raise SeriesError("There are no rows.", remedy="Give at least one.")
    names = names_in(columns.by)
    groups = groups_of(codes_of(table, names), threads)
    first = groups.starts[:-1] if groups.order is None else groups.order[groups.starts[:-1]]
    keys = keys_at(table, names, first)
    periods, order = _in_order(table, columns.period, groups.starts, groups.order)
    if chart in SUBGROUPS:
        return _of_subgroups(table, columns, chart, groups.starts, keys, periods, order)
    if periods is not None:
        _require_once(periods, groups.starts, keys)
    return Given(keys, groups.starts, periods, _data(table, columns, order), order)


def _of_subgroups(
    table: pa.Table, columns: Columns, chart: str, starts: Places, keys: pa.Table, periods: Periods | None,
    order: Places | None,
) -> Given:  # fmt: skip
    if periods is None:
        raise SeriesError(
            f"{a_chart(chart).capitalize()} needs several rows for each point.",
            remedy="Name the column that says which rows belong together as period.",
        )
    within = together(periods, starts)
    if within is not None:
        periods, order = taken(periods, within), within if order is None else order[within]
    found = gathered(chart, periods, starts, order, _data(table, columns, order))
    return Given(keys, found.starts, found.periods, found.data, found.order, found.rows)


def _in_order(
    table: pa.Table, name: str | None, starts: Places, order: Places | None
) -> tuple[Periods | None, Places | None]:
    """The periods in order within each series, and the order of all points."""
    if name is None:
        return None, order
    periods = taken(periods_of(table, name), order)
    within = order_within(periods, starts)
    if within is None:
        return periods, order
    return taken(periods, within), within if order is None else order[within]


def _require_once(periods: Periods, starts: Places, keys: pa.Table) -> None:
    point = repeated_at(periods, starts)
    if point >= 0:
        series = int(np.searchsorted(starts, point, side="right")) - 1
        raise repeated(name_of(keys, series), periods.column[point].as_py())


def _data(table: pa.Table, columns: Columns, order: Places | None) -> Data:
    if columns.value is None:
        raise SeriesError(
            "No column holds the values.", remedy="Name it as value, or name a numerator and a denominator."
        )
    values = numbers_of(table, columns.value)
    if columns.suppress is not None:
        values = np.where(flags_of(table, columns.suppress), np.nan, values)
    target = columns.target
    return data_of(
        values,
        None if columns.denominator is None else numbers_of(table, columns.denominator),
        None if columns.exclude is None else flags_of(table, columns.exclude),
        numbers_of(table, target) if isinstance(target, str) else target,
        order,
    )
