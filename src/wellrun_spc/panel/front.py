"""The functions that make a panel: from a table with named columns, or from columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wellrun_spc.chart.options import Options, options_of
from wellrun_spc.panel.arrays import data_of, floats, require_size
from wellrun_spc.panel.arrow import table
from wellrun_spc.panel.compute import Unusable, compute_phases, conclude, room_for
from wellrun_spc.panel.frames import Give, frame_of
from wellrun_spc.panel.given import Columns, Given, given_in
from wellrun_spc.panel.grouping import groups_of
from wellrun_spc.panel.lined import lined
from wellrun_spc.panel.loops import judge_plainly
from wellrun_spc.panel.plan import not_compiled, plan_of
from wellrun_spc.panel.problems import problem_in, require_kind, require_parts
from wellrun_spc.panel.result import Panel
from wellrun_spc.panel.segments import Segments, flags_at, segments_of
from wellrun_spc.panel.targets import assure, require_targets
from wellrun_spc.panel.value import Core
from wellrun_spc.rules import RuleSet
from wellrun_spc.series import SeriesError


def panel(  # noqa: PLR0913 - the options of a chart, and which column holds what
    frame: Any,
    *,
    by: str | Sequence[str],
    period: str | None = None,
    value: str | None = None,
    numerator: str | None = None,
    denominator: str | None = None,
    chart: str = "i",
    rules: str | RuleSet = "anhoej/1",
    target: float | str | None = None,
    direction: str = "neutral",
    phases: object = None,
    freeze: object = None,
    exclude: str | Sequence[object] | None = None,
    suppress: str | None = None,
    screen: bool | str | None = None,
    multiply: float = 1.0,
    bridge_gaps: bool = False,
    centre: float | None = None,
    percent: bool | None = None,
    threads: int | None = None,
    part: bool = False,
) -> Panel:
    """Compute a chart for each of many series: limits, signals and readings.

    Every number, signal and word is the one that `wellrun_spc.chart` gives for the series alone.

    Parameters
    ----------
    frame
        A Polars or pandas data frame, an Arrow table or record batch, or a dictionary of columns: a row for
        each point. Results are of the same kind; Arrow for a dictionary.
    by
        The column, or columns, that say which series a row is part of. Rows may be in any order; series come
        out in the order in which they first appear.
    period
        The column of periods: dates, times or numbers, which are sorted within each series, or labels, which
        keep their order. Without it rows are taken in the order they are in.
    value
        The column of values; NaN or null where missing.
    numerator, denominator
        Columns of counts and of what they are out of: needed by p, np and u charts, and by p', u' and I'. For
        run, i and mr charts the value is then the numerator over the denominator.
    chart
        Any kind of `wellrun_spc.chart`. On xbar and s charts the rows of one series and one period are a
        subgroup: there ``period`` names the subgroup of each row. Those two are computed phase by phase in
        Python, and take longer.
    rules
        A name in `wellrun_spc.RULE_SETS`, or a `RuleSet`. A part that has no compiled form makes the panel
        slow, and a notice says so.
    target
        One number for all points, or the column that has one for each; in the units of the plot.
    direction
        Which way is better: ``increase``, ``decrease`` or ``neutral``.
    phases
        The column whose label changes where a new phase begins; or starts for all series: positions from 0,
        periods (the first point at or after them), or `PhaseStart`. A series that does not reach one has one
        phase less.
    freeze
        Baseline that sets the limits, which are then extended: a number of points (2 or more), or the last
        period of the baseline. It applies to the phase it falls in.
    exclude
        A column of True where a point is to be shown but not to count; or the points to leave out of every
        series that has them: positions from 0, or periods.
    suppress
        A column of True where a value is hidden for privacy: it is treated as missing.
    screen, multiply, bridge_gaps, centre, percent
        As for `wellrun_spc.chart`.
    threads
        How many threads share the work; as many as there are processors where not given.
    part
        The frame is part of a larger one: a point named by ``phases`` or ``exclude`` that no series here has
        is fine.

    Returns
    -------
    Panel
        Frozen. Its tables are made when they are asked for.

    Raises
    ------
    SeriesError
        Where data or options cannot be charted: it names the column or the series, and the remedy.

    Examples
    --------
    >>> table = {"ward": ["A"] * 12 + ["B"] * 12, "falls": [4.0, 6.0] * 6 + [3.0, 5.0, 4.0] * 4}
    >>> made = panel(table, by="ward", value="falls", chart="c", direction="decrease")
    >>> made.series().select(["ward", "centre"]).to_pylist()
    [{'ward': 'A', 'centre': 5.0}, {'ward': 'B', 'centre': 4.0}]
    >>> made.reading("B").word
    'Steady'
    """
    asked = frame_of(frame)
    options = options_of(
        chart=chart, rules=rules, direction=direction, screen=screen, bridge=bridge_gaps, multiply=multiply,
        centre=centre, percent=percent,
    )  # fmt: skip
    columns = Columns(
        by, period, numerator if value is None else value, denominator, target,
        exclude if isinstance(exclude, str) else None, suppress,
    )  # fmt: skip
    require_kind(options.chart, has_denominators=denominator is not None)
    given = given_in(asked.table, columns, options.chart, threads)
    if exclude is not None and not isinstance(exclude, str):
        flags = flags_at(exclude, given.starts, given.periods, part=part)
        given = given._replace(data=given.data._replace(excluded=flags))
    segments = segments_of(phases, freeze, asked.table, given.starts, given.order, given.periods, part=part)
    return panel_of(options, given, segments, asked.give, threads)


def panel_arrays(  # noqa: PLR0913 - the options of a chart, all by keyword
    codes: npt.ArrayLike,
    values: npt.ArrayLike,
    *,
    denominators: npt.ArrayLike | None = None,
    excluded: npt.ArrayLike | None = None,
    target: npt.ArrayLike | None = None,
    phases: object = None,
    freeze: int | None = None,
    chart: str = "i",
    rules: str | RuleSet = "anhoej/1",
    direction: str = "neutral",
    screen: bool | str | None = None,
    multiply: float = 1.0,
    bridge_gaps: bool = False,
    centre: float | None = None,
    percent: bool | None = None,
    threads: int | None = None,
) -> Panel:
    """The same from columns of numbers, without a table.

    Parameters
    ----------
    codes
        A whole number for each point: the same for all points of a series. Series come out in rising order.
    values, denominators
        Numbers, NaN where missing, in order of time within each series.
    excluded
        True where a point is not to count.
    target
        One number, or one for each point.
    phases, freeze
        As for `panel`, by position only.
    chart, rules, direction, screen, multiply, bridge_gaps, centre, percent, threads
        As for `panel`.

    Returns
    -------
    Panel
        Its key is the column ``series``. ``core.computed`` holds the columns as they were computed. There are
        no subgroups among columns: use `panel` for xbar and s charts.

    Raises
    ------
    SeriesError
        As for `panel`.
    """
    options = options_of(
        chart=chart, rules=rules, direction=direction, screen=screen, bridge=bridge_gaps, multiply=multiply,
        centre=centre, percent=percent,
    )  # fmt: skip
    require_kind(options.chart, has_denominators=denominators is not None, has_periods=False)
    codes = np.asarray(codes)
    if not codes.size:
        raise SeriesError("There are no points.", remedy="Give at least one.")
    groups = groups_of(codes, threads)
    numbers = floats(values, "values", None)
    require_size(len(codes), len(numbers), "codes")
    data = data_of(numbers, denominators, excluded, target, groups.order)
    given = Given(table({"series": groups.codes}), groups.starts, None, data, groups.order)
    return panel_of(
        options, given, segments_of(phases, freeze, None, given.starts, None, None), _same, threads
    )


def _same(table: pa.Table) -> pa.Table:
    return table


def panel_of(options: Options, given: Given, segments: Segments, give: Give, threads: int | None) -> Panel:
    """The panel of columns that have been read; raises `SeriesError`."""
    require_parts(options.rules)
    require_targets(given.data, given.starts, given.keys)
    plan, slow, found = plan_of(options), not_compiled(options.rules), None
    try:
        beforehand = lined(options, given.data, segments.cuts, given.rows, threads)
        computed = room_for(plan, given.data, segments.cuts, beforehand)
        if slow:
            found = judge_plainly(options, given.data, segments.cuts, computed.answers, given.rows)
        else:
            compute_phases(computed, threads)
    except Unusable as error:
        raise problem_in(
            error.phase, options, given.data, segments.cuts, given.keys, given.periods, given.rows
        ) from None
    conclude(computed, threads)
    assure(computed)
    core = Core(
        options=options, computed=computed, keys=given.keys, periods=given.periods, names=segments.names,
        order=given.order, found=found, rows=given.rows,
    )  # fmt: skip
    return Panel(core=core, give=give, notices=(_slow_notice(slow),) if slow else ())


def _slow_notice(parts: Sequence[str]) -> str:
    return (
        f"No compiled form is known of {', '.join(parts)}: "
        "the series were computed one after the other, which takes longer."
    )
