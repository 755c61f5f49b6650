"""What is wrong with a series that cannot be computed, in the words of a single chart."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from wellrun_spc.chart.formulas import lines_of, plotted_values
from wellrun_spc.chart.options import Options
from wellrun_spc.panel.compiled.records import Cuts, Data
from wellrun_spc.panel.faults import OneSeriesError
from wellrun_spc.panel.gathering import Rows
from wellrun_spc.panel.periods import Periods
from wellrun_spc.panel.plan import MOST_PARTS
from wellrun_spc.phases import Span
from wellrun_spc.rules import RuleSet
from wellrun_spc.series import (
    SUBGROUPS,
    WITH_DENOMINATORS,
    WITHOUT_DENOMINATORS,
    SeriesError,
    a_chart,
    series_of,
)


def name_of(keys: pa.Table, series: int) -> str:
    """The key of a series, as people would write it."""
    return ", ".join(str(keys.column(name)[series].as_py()) for name in keys.column_names)


def problem_in(
    phase: int, options: Options, data: Data, cuts: Cuts, keys: pa.Table, periods: Periods | None,
    rows: Rows | None = None,
) -> OneSeriesError:  # fmt: skip
    """The error for the series that a phase belongs to."""
    series = int(np.searchsorted(cuts.series, phase, side="right")) - 1
    start, stop = cuts.phases[cuts.series[series]], cuts.phases[cuts.series[series + 1]]
    within = slice(int(start), int(stop))
    name = name_of(keys, series)
    try:
        checked = series_of(
            data.values[within].tolist() if rows is None else rows.between(int(start), int(stop)),
            chart=options.chart,
            x=None if periods is None else periods.column[within].to_pylist(),
            n=data.denominators[within].tolist() if len(data.denominators) and rows is None else None,
            notes=None,
            excluded=data.excluded[within].tolist() if len(data.excluded) else (),
            suppressed=(),
        )
        first, stop, baseline = (int(at) for at in (*cuts.phases[phase : phase + 2], cuts.baselines[phase]))
        span = Span(first - int(start), stop - 1 - int(start), baseline - 1 - int(start), "", "", 0)
        lines_of(checked, plotted_values(checked, [span], options), span, options)
    except SeriesError as error:
        problem = f"In the series “{name}”: {error.problem}"
        return OneSeriesError(problem, remedy=error.remedy, row=error.row, x=error.x)
    return OneSeriesError(
        f"A value of the series “{name}” is too large to compute with once it is multiplied.",
        remedy="Use a smaller factor.",
    )


def require_kind(chart: str, *, has_denominators: bool, has_periods: bool = True) -> None:
    """Denominators go with the charts that have them, subgroups with periods; raises `SeriesError`."""
    if chart in WITH_DENOMINATORS and not has_denominators:
        raise SeriesError(
            f"{a_chart(chart).capitalize()} needs denominators.", remedy="Name their column as denominator."
        )
    if chart in WITHOUT_DENOMINATORS and has_denominators:
        better = "Use a u chart for counts with denominators, or leave the denominator out."
        raise SeriesError(
            f"{a_chart(chart).capitalize()} has no denominators.",
            remedy=better if chart == "c" else "Leave the denominator out.",
        )
    if chart in SUBGROUPS and not has_periods:
        raise SeriesError(
            f"{a_chart(chart).capitalize()} needs several rows for each point.",
            remedy="Make it with panel, which has a column of periods.",
        )


def require_parts(rules: RuleSet) -> None:
    """The mask of a point has a bit for each part of the rule set; raises `SeriesError`."""
    if len(rules.parts) > MOST_PARTS:
        raise SeriesError(
            f"A rule set of {len(rules.parts)} parts is too long for a panel.",
            remedy=f"Use at most {MOST_PARTS} parts, or compute the series one by one.",
        )
