"""From a request to a panel, with everything that was assumed; or to none, where series go one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wellrun.cli.charting.by_row import moving_in
from wellrun.cli.charting.charts import chart_for
from wellrun.cli.charting.panels.columns import AIM, HIDDEN, Columns, N, X, Y, columns_of
from wellrun.cli.charting.request import Request
from wellrun.cli.charting.source import Found, title_of
from wellrun.cli.charting.targets import Units, level_of
from wellrun.exchange.assembly import Source
from wellrun.exchange.columns import Roles
from wellrun.exchange.dataset import MOVED, columns_from
from wellrun.exchange.tables import TableError
from wellrun_spc import SeriesError
from wellrun_spc.panel import Panel, panel
from wellrun_spc.results import ChartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Panelled:
    """Many series, and what people should know of how they were read."""

    panel: Panel
    roles: Roles
    said: tuple[str, ...]
    notes: Sequence[str] | None = None
    """The note of each point, in the panel's order."""
    suppressed: npt.NDArray[np.bool_] | None = None
    """Whether the number of each point was hidden on purpose, in the panel's order."""

    @property
    def title(self) -> str:
        """What is charted, by the names of the columns."""
        return title_of(self.roles)


def panelled(request: Request, found: Found) -> Panelled | None:
    """The panel of a table; none where some series needs the words, or the care, of a chart of its own."""
    try:
        source, assumed = columns_from(found.table, found.roles, dates=request.dates, decimal=request.decimal)
        if source.periods is not None and source.periods.keys:
            return None  # financial years keep their label and have an order of their own
        moving = moving_in(found.table, request.trajectory, request.decimal) if request.trajectory else None
        if moving and moving.percent:
            return None
        columns = columns_of(source, list(moving.at.values()) if moving else None)
        kind, why = (request.chart, "") if request.chart else _usual(source, columns)
        made = _panel(request, source, columns, kind)
    except (SeriesError, TableError):
        return None  # the charts one by one say which series and row it is, or leave the series out
    if not _all_reach(request, made):
        return None
    said = [*found.said, *assumed, *([MOVED] if _was_moved(made) else [])]
    said += [*(moving.said if moving else ()), *([why] if why else [])]
    return _with_notes(source, columns, made, tuple(said))


def _usual(source: Source, columns: Columns) -> tuple[ChartKind, str]:
    values, n = source.values.values, source.n.values if source.n else []
    return chart_for(source.roles, ((values[row], n[row]) for row in columns.rows.tolist()))


def _panel(request: Request, source: Source, columns: Columns, kind: ChartKind) -> Panel:
    is_share = kind in ("p", "p_prime")
    percent = (is_share and request.multiply == 1) or source.values.percent
    return panel(
        columns.table,
        by=columns.by,
        period=X if columns.has_x else None,
        value=Y,
        denominator=N if columns.has_n else None,
        suppress=HIDDEN if columns.has_hidden else None,
        chart=kind,
        rules=request.rules,
        direction=request.direction,
        multiply=request.multiply,
        percent=percent or None,
        target=AIM
        if request.trajectory
        else level_of(
            request.target, "--target", Units(percent or is_share, request.multiply), request.decimal
        ),
        phases=[int(place) - 1 for place in request.phases] or None,
        freeze=None if request.freeze is None else int(request.freeze),
    )


def _all_reach(request: Request, made: Panel) -> bool:
    """Whether every series has the points that options name."""
    named = [int(place) for place in (request.freeze or "1", *request.phases)]
    return min(named) >= 1 and max(named) <= int(np.diff(made.core.starts).min())


def _was_moved(made: Panel) -> bool:
    """Whether rows of a series were not in order of time."""
    if made.core.order is None:
        return False
    steps = np.diff(made.core.order)
    steps[made.core.starts[1:-1] - 1] = 1
    return bool((steps < 0).any())


def _with_notes(source: Source, columns: Columns, made: Panel, said: tuple[str, ...]) -> Panelled:
    order = np.arange(len(columns.rows)) if made.core.order is None else made.core.order
    notes = source.table.column(source.roles.note) if source.roles.note else None
    hidden = columns.table.column(HIDDEN).to_numpy()[order] if columns.has_hidden else None
    return Panelled(
        panel=made,
        roles=source.roles,
        said=said,
        notes=[str(notes[row]).strip() for row in columns.rows[order].tolist()] if notes else None,
        suppressed=hidden,
    )
