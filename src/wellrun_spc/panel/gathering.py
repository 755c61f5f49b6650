"""Subgroups of a panel: rows of one series and one period make one point of an xbar or s chart."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.arrow import arrow, values_in
from wellrun_spc.panel.compiled.records import Data, Flags, Floats, Places
from wellrun_spc.panel.periods import Periods
from wellrun_spc.series import SeriesError
from wellrun_spc.series.subgroups import summed_up


class Rows(NamedTuple):
    """The rows of each point, and what they come to."""

    values: Floats
    """A value for each row, point after point."""
    starts: Places
    """First row of each point, and the number of rows."""
    means: Floats
    deviations: Floats
    sizes: Floats

    def between(self, start: int, stop: int) -> list[list[float]]:
        """The values of some points."""
        edges = self.starts[start : stop + 1].tolist()
        values = self.values[edges[0] : edges[-1]].tolist()
        return [values[a - edges[0] : b - edges[0]] for a, b in pairwise(edges)]


class Gathered(NamedTuple):
    """Points out of rows."""

    starts: Places
    """First point of each series, and the number of points."""
    order: Places
    """Where the first row of each point stood in the table."""
    periods: Periods
    data: Data
    rows: Rows


def together(periods: Periods, starts: Places) -> Places | None:
    """The order that brings rows of one label together, in order of first appearance; ``None`` for others."""
    if periods.ranks is not None:
        return None
    labels = values_in(periods.column.dictionary_encode().indices).astype(np.int64)
    series = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    _, first, which = np.unique(
        series * (int(labels.max(initial=0)) + 1) + labels, return_index=True, return_inverse=True
    )
    return np.argsort(first[which], kind="stable")


def gathered(chart: str, periods: Periods, starts: Places, order: Places | None, data: Data) -> Gathered:
    """The points of rows that stand in order of series and period; raises `SeriesError`."""
    begins = np.ones(len(data.values), np.bool_)
    marks = periods.ranks
    if marks is None:
        marks = values_in(periods.column.dictionary_encode().indices)
    begins[1:] = marks[1:] != marks[:-1]
    begins[starts[:-1]] = True
    first = np.flatnonzero(begins)
    edges = np.append(first, len(begins))
    rows = _rows(data.values, edges)
    shown = rows.means if chart == "xbar" else rows.deviations
    flags = _agreed(data.excluded, edges, "whether it is left out") if len(data.excluded) else data.excluded
    targets = _agreed(data.targets, edges, "its target") if len(data.targets) > 1 else data.targets
    ranks = None if periods.ranks is None else periods.ranks[first]
    return Gathered(
        np.searchsorted(first, starts),
        first if order is None else order[first],
        Periods(periods.column.take(arrow(first)), ranks),
        Data(shown, rows.sizes, flags.astype(np.bool_), targets.astype(np.float64)),
        rows,
    )


def _rows(values: Floats, edges: Places) -> Rows:
    found = Rows(values, edges, *[np.empty(0)] * 3)
    columns = summed_up(found.between(0, len(edges) - 1))
    return found._replace(
        means=np.array(columns.means), deviations=np.array(columns.deviations), sizes=np.array(columns.sizes)
    )


def _agreed(column: Flags | Floats, edges: Places, what: str) -> Flags | Floats:
    """What all rows of each point say; raises `SeriesError` where they differ."""
    first = column[edges[:-1]]
    spread = np.repeat(first, np.diff(edges))
    unlike = (column != spread) & ~((column != column) & (spread != spread))
    if unlike.any():
        raise SeriesError(
            f"The rows of one subgroup do not agree on {what}.",
            remedy="Say the same in all rows of a subgroup. To leave out one row, leave its value empty.",
        )
    return first
