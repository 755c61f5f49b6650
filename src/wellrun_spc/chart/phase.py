"""One phase: as the rules see it, and as it is reported."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun_spc.chart.columns import Columns, extend, number_or_none, same_everywhere, sigma_of
from wellrun_spc.chart.formulas import lines_of, plotted_values
from wellrun_spc.chart.options import Options
from wellrun_spc.limits import Lines
from wellrun_spc.phases import Span
from wellrun_spc.results import Phase, Runs
from wellrun_spc.rules import Track, runs_of, sides_about

__all__ = ["TRIAL_POINTS", "described", "lines_of", "plotted_values", "track_of"]

TRIAL_POINTS = 12
"""Limits set by fewer points than this (or one range fewer) are trial limits."""
ROUNDING = 1e-12
"""Part of the centre and the spread that counts as rounding: 36 months of exactly 10 % raise no signal."""


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
    about_centre = sides_about(values, lines.centre, slack)
    has_middle = lines.middle == lines.middle
    sides = sides_about(values, lines.middle, slack) if has_middle else about_centre
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
        centre_sides=about_centre if has_middle else (),
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
        centre=_centre(lines, columns.centre[within], times),
        sigma=same_everywhere(columns.sigma[within]),
        lcl=same_everywhere(columns.lower[within]),
        ucl=same_everywhere(columns.upper[within]),
        mean_range=number_or_none(lines.in_plot(lines.mean_range, times)),
        frozen=span.baseline_end < span.end,
        trial=lines.n_used < TRIAL_POINTS - 2 + lines.least,
        runs=runs,
        middle=number_or_none(lines.middle * times),
        sigma_z=number_or_none(lines.sigma_z),
    )


def _centre(lines: Lines, shown: Sequence[float], times: float) -> float | None:
    is_plain = lines.weights is None and lines.power == 1
    return number_or_none(lines.centre * times) if is_plain else same_everywhere(shown)
