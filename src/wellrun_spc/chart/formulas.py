"""Centre and limits of one phase, by the chart's own formula."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from math import inf, nan

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
    number_lines,
    proportion_lines,
    range_lines,
    rate_lines,
)
from wellrun_spc.phases import Span
from wellrun_spc.series import LARGEST, SUBGROUPS, WITH_DENOMINATORS, Series, SeriesError


def plotted_values(series: Series, spans: Sequence[Span], options: Options) -> list[float]:
    """The values that are judged: moving ranges within each phase, transformed times, or the values as given.

    On a chart of ranges the points are the ranges: leaving out a period leaves out the range that ends there.
    """
    if options.chart == "t":
        to_normal = import_module("wellrun_spc.limits.rare").to_normal
        return [to_normal(value) for value in series.values]
    if options.chart != "mr":
        return series.values
    ranges: list[float] = []
    for span in spans:
        within = series.values[span.start : span.end + 1]
        found = [nan] * len(within)
        moving_ranges(within, options.bridge, found)
        ranges += found
    return ranges


def shown_values(series: Series, plotted: Sequence[float], options: Options) -> Sequence[float]:
    """The values that the chart shows, not multiplied yet: those that are judged, but for t and np."""
    if options.chart == "t":
        return series.values
    if options.chart == "np":
        return [
            part if share == share else nan
            for part, share in zip(series.numerators, series.values, strict=True)
        ]
    return plotted


def lines_of(series: Series, plotted: Sequence[float], span: Span, options: Options) -> Lines:
    """Centre and standard errors of one phase; raises `SeriesError` where they are too large to compute."""
    base = [i for i in range(span.start, span.baseline_end + 1) if i not in series.excluded]
    if options.chart in WITH_DENOMINATORS:
        return _ratio_lines(_ratios(series, base, span), options)
    if options.chart in SUBGROUPS:
        return _group_lines(series, base, span, options)
    centre, values, size = options.centre, [plotted[i] for i in base], span.end - span.start + 1
    if options.chart == "c":
        return count_lines(values, size, centre=centre)
    if options.chart == "run":
        return median_line(values, size, bridge=options.bridge, centre=centre)
    if options.chart == "g":
        gaps: Lines = import_module("wellrun_spc.limits.rare").gap_lines(values, size, centre=centre)
        return gaps
    return _range_based(values, size, options)


def _range_based(values: Sequence[float], size: int, options: Options) -> Lines:
    """Charts of single values, of their moving ranges, and of times between events."""
    factors = EXACT if options.rules.factors == "exact" else PUBLISHED
    screen, bridge, centre = options.screen, options.bridge, options.centre
    if options.chart == "mr":
        return range_lines(values, size, factors=factors, screen=screen, centre=centre)
    lines_for = individual_lines
    if options.chart == "t":
        lines_for = import_module("wellrun_spc.limits.rare").time_lines
    return lines_for(values, size, factors=factors, screen=screen, bridge=bridge, centre=centre)


def _ratio_lines(phase: Ratios, options: Options) -> Lines:
    """Charts that need denominators."""
    kind, centre = options.chart, options.centre
    if kind == "p":
        lines = proportion_lines(phase, centre=centre)
    elif kind == "u":
        lines = rate_lines(phase, centre=centre)
    elif kind == "np":
        lines = number_lines(phase, centre=None if centre is None else _share(centre, phase))
    else:
        # loaded when they are first needed: most programs never make them
        prime = import_module("wellrun_spc.limits.prime")
        if kind == "i_prime":
            lines = prime.weighted_lines(phase, screen=options.screen, bridge=options.bridge, centre=centre)
        else:
            lines = prime.laney_lines(
                phase, is_share=kind == "p_prime", screen=options.screen, bridge=options.bridge, centre=centre
            )
    if lines.sigma_z == inf or any(error * options.multiply > LARGEST for error in lines.sigma):
        raise SeriesError(
            "The limits are too large to compute with.", remedy="Check the denominators: some are very small."
        )
    return lines


def _share(centre: float, phase: Ratios) -> float:
    """A centre of an np chart that is given, as a proportion; raises `SeriesError` where it is none."""
    sizes = {size for size in phase.denominators if size == size}
    if len(sizes) > 1:
        raise SeriesError(
            "One centre line cannot be given where the denominators differ.",
            remedy="Use a p chart: its centre is a proportion.",
        )
    size = sizes.pop() if sizes else nan
    if centre > size:
        raise SeriesError(
            f"The centre line {centre:g} is more than the denominator {size:g}.", remedy="Check both numbers."
        )
    return centre / size


def _ratios(series: Series, base: Sequence[int], span: Span) -> Ratios:
    within = slice(span.start, span.end + 1)
    places = [position - span.start for position in base]
    return Ratios(places, series.values[within], series.numerators[within], series.denominators[within])


def _group_lines(series: Series, base: Sequence[int], span: Span, options: Options) -> Lines:
    """Charts of subgroups."""
    subgroups = import_module("wellrun_spc.limits.subgroups")
    within = slice(span.start, span.end + 1)
    places = [position - span.start for position in base]
    groups = subgroups.Groups(places, *[column[within] for column in series.subgroups or ()])
    lines_for = subgroups.mean_lines if options.chart == "xbar" else subgroups.deviation_lines
    lines: Lines = lines_for(groups, centre=options.centre)
    return lines
