"""One phase: its centre and limits by the chart's own formula, and what the rules find in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan

from wellrun_spc.chart.columns import Columns, extend, number_or_none, same_everywhere, sigma_of
from wellrun_spc.chart.options import Options
from wellrun_spc.kernel.ranges import moving_ranges
from wellrun_spc.limits import (
    EXACT,
    PUBLISHED,
    Lines,
    Ratios,
    count_lines,
    individual_lines,
    median_line,
    proportion_lines,
    range_lines,
    rate_lines,
)
from wellrun_spc.phases import Span
from wellrun_spc.results import Phase, Runs
from wellrun_spc.rules import Track, runs_of, sides_about
from wellrun_spc.series import Series

TRIAL_POINTS = 12
"""Limits set by fewer points than this (or one range fewer) are trial limits."""
ROUNDING = 1e-12
"""Part of the centre and the spread that counts as rounding: 36 months of exactly 10 % raise no signal."""


def plotted_values(series: Series, spans: Sequence[Span], options: Options) -> list[float]:
    """The values that the chart shows: moving ranges within each phase, or the values themselves.

    On a chart of ranges the points are the ranges: leaving out a period leaves out the range that ends there.
    """
    if options.chart != "mr":
        return series.values
    ranges: list[float] = []
    for span in spans:
        within = series.values[span.start : span.end + 1]
        found = [nan] * len(within)
        moving_ranges(within, options.bridge, found)
        ranges += found
    return ranges


def lines_of(series: Series, plotted: Sequence[float], span: Span, options: Options) -> Lines:
    """Centre and standard errors of one phase."""
    base = [i for i in range(span.start, span.baseline_end + 1) if i not in series.excluded]
    centre = options.centre
    if options.chart == "p":
        return proportion_lines(_ratios(series, base, span), centre=centre)
    if options.chart == "u":
        return rate_lines(_ratios(series, base, span), centre=centre)
    values, size = [plotted[i] for i in base], span.end - span.start + 1
    if options.chart == "c":
        return count_lines(values, size, centre=centre)
    if options.chart == "run":
        return median_line(values, size, bridge=options.bridge, centre=centre)
    factors = EXACT if options.rules.factors == "exact" else PUBLISHED
    if options.chart == "mr":
        return range_lines(values, size, factors=factors, screen=options.screen, centre=centre)
    return individual_lines(
        values, size, factors=factors, screen=options.screen, bridge=options.bridge, centre=centre
    )


def _ratios(series: Series, base: Sequence[int], span: Span) -> Ratios:
    within = slice(span.start, span.end + 1)
    places = [position - span.start for position in base]
    return Ratios(places, series.values[within], series.numerators[within], series.denominators[within])


def track_of(
    span: Span, plotted: Sequence[float], excluded: frozenset[int], lines: Lines, options: Options
) -> Track:
    """The phase as the rules see it."""
    positions: Sequence[int] = range(span.start, span.end + 1)
    if excluded:
        positions = [i for i in positions if i not in excluded]
    values = [plotted[i] for i in positions]
    sigma = sigma_of(lines)
    spread = lines.mean_range
    if spread != spread:
        spread = max([error for error in sigma if error == error], default=0.0)
    slack = ROUNDING * (abs(lines.centre) + spread)
    sides = sides_about(values, lines.centre, slack)
    return Track(
        positions=positions,
        values=values,
        centre=lines.centre,
        sigma=[sigma[i - span.start] for i in positions],
        slack=slack,
        sides=sides,
        runs=runs_of(sides, options.rules.bounds),
        skip_ties=options.rules.ties == "skip",
        skip_gaps=options.rules.gaps == "skip",
        marked={},
    )


def described(
    index: int, span: Span, lines: Lines, runs: Runs, columns: Columns, excluded: frozenset[int], times: float
) -> Phase:
    """The phase as it is reported; its lines are added to the columns."""
    extend(columns, index, span, lines, excluded, times)
    within = slice(span.start, span.end + 1)
    return Phase(
        index=index,
        start=span.start,
        end=span.end,
        baseline_end=span.baseline_end,
        name=span.name,
        reason=span.reason,
        n_used=lines.n_used,
        centre=number_or_none(lines.centre * times),
        sigma=same_everywhere(columns.sigma[within]),
        lcl=same_everywhere(columns.lower[within]),
        ucl=same_everywhere(columns.upper[within]),
        mean_range=number_or_none(lines.mean_range * times),
        frozen=span.baseline_end < span.end,
        trial=lines.n_used < TRIAL_POINTS - 2 + lines.least,
        runs=runs,
    )
