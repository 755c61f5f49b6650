"""What is wrong with a series that cannot be computed, in the words of a single chart."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from wellrun_spc.chart.options import Options
from wellrun_spc.panel.compiled.records import Cuts, Data
from wellrun_spc.panel.periods import Periods
from wellrun_spc.panel.plan import KINDS, MOST_PARTS
from wellrun_spc.rules import RuleSet
from wellrun_spc.series import SeriesError, series_of


def name_of(keys: pa.Table, series: int) -> str:
    """The key of a series, as people would write it."""
    return ", ".join(str(keys.column(name)[series].as_py()) for name in keys.column_names)


def problem_in(
    phase: int, options: Options, data: Data, cuts: Cuts, keys: pa.Table, periods: Periods | None
) -> SeriesError:
    """The error for the series that a phase belongs to."""
    series = int(np.searchsorted(cuts.series, phase, side="right")) - 1
    start, stop = cuts.phases[cuts.series[series]], cuts.phases[cuts.series[series + 1]]
    within = slice(int(start), int(stop))
    name = name_of(keys, series)
    try:
        series_of(
            data.values[within].tolist(),
            chart=options.chart,
            x=None if periods is None else periods.column[within].to_pylist(),
            n=data.denominators[within].tolist() if len(data.denominators) else None,
            notes=None,
            excluded=(),
            suppressed=(),
        )
    except SeriesError as error:
        problem = f"In the series “{name}”: {error.problem}"
        return SeriesError(problem, remedy=error.remedy, row=error.row, x=error.x)
    return SeriesError(
        f"A value of the series “{name}” is too large to compute with once it is multiplied.",
        remedy="Use a smaller factor.",
    )


def require_together(data: Data, options: Options) -> None:
    """A chart that panels know; with denominators where it has them; raises `SeriesError`."""
    if options.chart not in KINDS:
        raise SeriesError(
            f"There is no panel of {options.chart} charts.",
            remedy=f"Use one of {', '.join(KINDS)}, or chart the series one by one.",
        )
    has_denominators = len(data.denominators) > 0 or len(data.values) == 0
    if options.chart in ("p", "u") and not has_denominators:
        raise SeriesError(
            f"A {options.chart} chart needs denominators.", remedy="Name their column as denominator."
        )
    if options.chart == "c" and len(data.denominators):
        raise SeriesError(
            "A c chart has no denominators.",
            remedy="Use a u chart for counts with denominators, or leave the denominator out.",
        )


def require_parts(rules: RuleSet) -> None:
    """The mask of a point has a bit for each part of the rule set; raises `SeriesError`."""
    if len(rules.parts) > MOST_PARTS:
        raise SeriesError(
            f"A rule set of {len(rules.parts)} parts is too long for a panel.",
            remedy=f"Use at most {MOST_PARTS} parts, or compute the series one by one.",
        )
