"""The functions that make a panel: from a table with named columns, or from columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from wellrun_spc.chart.options import Options, options_of
from wellrun_spc.panel.arrays import data_of, require_size
from wellrun_spc.panel.arrow import table
from wellrun_spc.panel.compute import Unusable, compute_phases, conclude, room_for
from wellrun_spc.panel.frames import Give, frame_of
from wellrun_spc.panel.given import Columns, Given, given_in
from wellrun_spc.panel.grouping import groups_of
from wellrun_spc.panel.loops import judge_plainly
from wellrun_spc.panel.plan import not_compiled, plan_of
from wellrun_spc.panel.problems import problem_in, require_parts, require_together
from wellrun_spc.panel.result import Panel
from wellrun_spc.panel.segments import Segments, segments_of
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
    exclude: str | None = None,
    suppress: str | None = None,
    screen: bool | str | None = None,
    multiply: float = 1.0,
    bridge_gaps: bool = False,
    centre: float | None = None,
    percent: bool | None = None,
    threads: int | None = None,
) -> Panel:
    """Compute a chart for each of many series: limits, signals and readings."""
    asked = frame_of(frame)
    options = options_of(
        chart=chart, rules=rules, direction=direction, screen=screen, bridge=bridge_gaps, multiply=multiply,
        centre=centre, percent=percent,
    )  # fmt: skip
    columns = Columns(
        by, period, numerator if value is None else value, denominator, target, exclude, suppress
    )
    given = given_in(asked.table, columns, threads)
    segments = segments_of(phases, freeze, asked.table, given.starts, given.order, given.periods)
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
    """The same from columns of numbers."""
    options = options_of(
        chart=chart, rules=rules, direction=direction, screen=screen, bridge=bridge_gaps, multiply=multiply,
        centre=centre, percent=percent,
    )  # fmt: skip
    codes = np.asarray(codes)
    if not codes.size:
        raise SeriesError("There are no points.", remedy="Give at least one.")
    groups = groups_of(codes, threads)
    data = data_of(values, denominators, excluded, target, groups.order)
    require_size(len(data.values), len(codes), "codes")
    given = Given(table({"series": groups.codes}), groups.starts, None, data, groups.order)
    return panel_of(
        options, given, segments_of(phases, freeze, None, given.starts, None, None), _same, threads
    )


def _same(table: pa.Table) -> pa.Table:
    return table


def panel_of(options: Options, given: Given, segments: Segments, give: Give, threads: int | None) -> Panel:
    """The panel of columns that have been read; raises `SeriesError`."""
    require_together(given.data, options)
    require_parts(options.rules)
    plan, slow = plan_of(options), not_compiled(options.rules)
    computed, found = room_for(plan, given.data, segments.cuts), None
    try:
        if slow:
            found = judge_plainly(options, given.data, segments.cuts, computed.answers)
        else:
            compute_phases(computed, threads)
    except Unusable as error:
        raise problem_in(error.phase, options, given.data, segments.cuts, given.keys, given.periods) from None
    conclude(computed, threads)
    core = Core(
        options=options, computed=computed, keys=given.keys, periods=given.periods, names=segments.names,
        order=given.order, found=found,
    )  # fmt: skip
    return Panel(core=core, give=give, notices=(_slow_notice(slow),) if slow else ())


def _slow_notice(parts: Sequence[str]) -> str:
    return (
        f"No compiled form is known of {', '.join(parts)}: "
        "the series were computed one after the other, which takes longer."
    )
