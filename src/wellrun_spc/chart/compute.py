"""From checked data to a computed chart: each phase on its own, then points, signals and the reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import nan

from wellrun_spc.chart.options import Options
from wellrun_spc.kernel.ranges import moving_ranges
from wellrun_spc.limits import (
    EXACT,
    PUBLISHED,
    Lines,
    count_lines,
    individual_lines,
    median_line,
    proportion_lines,
    range_lines,
    rate_lines,
)
from wellrun_spc.phases import Span
from wellrun_spc.results import Phase
from wellrun_spc.rules import Finding, Track, judged, runs_of
from wellrun_spc.rules.track import sides_about
from wellrun_spc.series import Series

LEAST_POINTS = 2
TRIAL_POINTS = 12
ROUNDING = 1e-12


@dataclass(slots=True)
class Columns:
    """What is computed at each point, as plotted; ``None`` where there is none."""

    values: list[float | None]
    centre: list[float | None] = field(default_factory=list)
    lower: list[float | None] = field(default_factory=list)
    upper: list[float | None] = field(default_factory=list)
    sigma: list[float | None] = field(default_factory=list)
    lower_clipped: list[bool] = field(default_factory=list)
    upper_clipped: list[bool] = field(default_factory=list)
    phase: list[int] = field(default_factory=list)
    used: list[bool] = field(default_factory=list)


def plotted_values(series: Series, spans: Sequence[Span], options: Options) -> list[float]:
    """The values that the chart shows: moving ranges within each phase, or the values themselves."""
    if options.chart != "mr":
        return series.values
    ranges = [nan] * len(series.values)
    for span in spans:
        within = series.values[span.start : span.end + 1]
        found = [nan] * len(within)
        moving_ranges(within, options.bridge, found)
        ranges[span.start : span.end + 1] = found
    return ranges


def lines_of(series: Series, plotted: Sequence[float], span: Span, options: Options) -> Lines:
    """Centre and standard errors of one phase, by the chart's own formula."""
    start, stop = span.start, span.end + 1
    base = [i for i in range(start, span.baseline_end + 1) if i not in series.excluded]
    values, size = [plotted[i] for i in base], stop - start
    factors = EXACT if options.rules.factors == "exact" else PUBLISHED
    centre, screen, bridge = options.centre, options.screen, options.bridge
    match options.chart:
        case "run":
            return median_line(values, size, bridge=bridge, centre=centre)
        case "i":
            return individual_lines(
                values, size, factors=factors, screen=screen, bridge=bridge, centre=centre
            )
        case "mr":
            return range_lines(values, size, factors=factors, screen=screen, centre=centre)
        case "c":
            return count_lines(values, size, centre=centre)
    assert series.numerators is not None
    assert series.denominators is not None
    family = proportion_lines if options.chart == "p" else rate_lines
    return family(
        [i - start for i in base], plotted[start:stop], series.numerators[start:stop],
        series.denominators[start:stop], centre=centre,
    )  # fmt: skip


def track_of(
    span: Span, plotted: Sequence[float], excluded: frozenset[int], lines: Lines, options: Options
) -> Track:
    """The phase as the rules see it."""
    positions: Sequence[int] = range(span.start, span.end + 1)
    if excluded:
        positions = [i for i in positions if i not in excluded]
    values = [plotted[i] for i in positions]
    known = [sigma for sigma in lines.sigma if sigma == sigma]
    spread = lines.mean_range if lines.mean_range == lines.mean_range else max(known, default=0.0)
    slack = ROUNDING * (abs(lines.centre) + spread)
    enough = lines.n_used >= LEAST_POINTS
    sides = sides_about(values, lines.centre, slack)
    return Track(
        positions=positions,
        values=values,
        centre=lines.centre,
        sigma=[lines.sigma[i - span.start] if enough else nan for i in positions],
        slack=slack,
        sides=sides,
        runs=runs_of(sides),
        skip_ties=options.rules.ties == "skip",
        skip_gaps=options.rules.gaps == "skip",
    )


def phase_of(
    index: int, span: Span, plotted: Sequence[float], series: Series, options: Options, columns: Columns
) -> tuple[Phase, list[Finding], Lines]:
    """One phase computed: its columns filled, its summary, and what the rules find in it."""
    lines = lines_of(series, plotted, span, options)
    track = track_of(span, plotted, series.excluded, lines, options)
    _fill(index, span, plotted, series.excluded, lines, options.multiply, columns)
    stretch = slice(span.start, span.end + 1)
    phase = Phase(
        index=index,
        start=span.start,
        end=span.end,
        baseline_end=span.baseline_end,
        name=span.name,
        reason=span.reason,
        n_used=lines.n_used,
        centre=_number(lines.centre * options.multiply),
        sigma=_common(columns.sigma[stretch]),
        lcl=_common(columns.lower[stretch]),
        ucl=_common(columns.upper[stretch]),
        mean_range=_number(lines.mean_range * options.multiply),
        frozen=span.baseline_end < span.end,
        trial=lines.n_used < TRIAL_POINTS,
        runs=track.runs,
    )
    return phase, judged(options.rules, track, ordered=options.chart != "mr"), lines


def _fill(
    index: int,
    span: Span,
    plotted: Sequence[float],
    excluded: frozenset[int],
    lines: Lines,
    multiply: float,
    columns: Columns,
) -> None:
    size = span.end - span.start + 1
    columns.phase += [index] * size
    columns.centre += [_number(lines.centre * multiply)] * size
    columns.used += [
        i <= span.baseline_end and i not in excluded and plotted[i] == plotted[i]
        for i in range(span.start, span.end + 1)
    ]
    enough = lines.n_used >= LEAST_POINTS
    for sigma in lines.sigma:
        if not (enough and sigma == sigma):
            _limits(columns, None, None, None, lines, multiply)
            continue
        _limits(columns, sigma, lines.centre - 3 * sigma, lines.centre + 3 * sigma, lines, multiply)


def _limits(
    columns: Columns,
    sigma: float | None,
    low: float | None,
    high: float | None,
    lines: Lines,
    multiply: float,
) -> None:
    low_clipped = low is not None and low < lines.floor
    high_clipped = high is not None and high > lines.ceiling
    columns.lower_clipped.append(low_clipped)
    columns.upper_clipped.append(high_clipped)
    columns.sigma.append(None if sigma is None else sigma * multiply)
    columns.lower.append(None if low is None else max(low, lines.floor) * multiply)
    columns.upper.append(None if high is None else min(high, lines.ceiling) * multiply)


def _number(value: float) -> float | None:
    return value if value == value else None


def _common(column: Sequence[float | None]) -> float | None:
    first = column[0]
    return first if all(value == first for value in column) else None
