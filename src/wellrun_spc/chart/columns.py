"""What is computed at each point, in columns; NaN where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

from wellrun_spc.limits import Lines
from wellrun_spc.phases import Span


class Columns(NamedTuple):
    """Lists with one entry for each point, as plotted; they grow phase by phase."""

    values: list[float]
    centre: list[float]
    lower: list[float]
    upper: list[float]
    sigma: list[float]
    lower_clipped: list[bool]
    upper_clipped: list[bool]
    phase: list[int]
    used: list[bool]


def columns_of(values: list[float]) -> Columns:
    """Columns that hold the values, and nothing else yet."""
    return Columns(values, [], [], [], [], [], [], [], [])


def sigma_of(lines: Lines) -> list[float]:
    """Standard errors of a phase; NaN where too few points set them."""
    return lines.sigma if lines.n_used >= lines.least else [nan] * len(lines.sigma)


def extend(
    columns: Columns, index: int, span: Span, lines: Lines, excluded: frozenset[int], times: float
) -> None:
    """Add the lines of the next phase, limits clipped to what is possible, in the units of the plot."""
    size = span.end - span.start + 1
    columns.phase.extend([index] * size)
    columns.used.extend(_used(columns.values, span, excluded))
    if lines.weights is None and lines.power == 1:
        _extend_alike(columns, lines, size, times)
    else:
        _extend_each(columns, lines, times)


def _extend_alike(columns: Columns, lines: Lines, size: int, times: float) -> None:
    """All lines in one unit."""
    sigma = sigma_of(lines)
    columns.centre.extend([lines.centre * times] * size)
    # one standard error for all points, as on most charts: compute its limits once
    same = sigma.count(sigma[0]) == size
    each, repeat = (sigma[:1], size) if same else (sigma, 1)
    columns.sigma.extend([error * times for error in each] * repeat)
    lower, upper, is_low, is_high = _limits(lines, each)
    columns.lower_clipped.extend(is_low * repeat)
    columns.upper_clipped.extend(is_high * repeat)
    columns.lower.extend([limit * times for limit in lower] * repeat)
    columns.upper.extend([limit * times for limit in upper] * repeat)


def _extend_each(columns: Columns, lines: Lines, times: float) -> None:
    """Lines that are turned into the units of the plot at each point."""
    sigma = sigma_of(lines)
    lower, upper, is_low, is_high = _limits(lines, sigma)
    factors = [weight * times for weight in lines.weights or [1.0] * len(sigma)]
    for column, line in (
        (columns.centre, [lines.centre] * len(sigma)),
        (columns.lower, lower),
        (columns.upper, upper),
    ):
        column.extend([value**lines.power * factor for value, factor in zip(line, factors, strict=True)])
    columns.sigma.extend([lines.in_plot(error, factor) for error, factor in zip(sigma, factors, strict=True)])
    columns.lower_clipped.extend(is_low)
    columns.upper_clipped.extend(is_high)


def _limits(lines: Lines, sigma: Sequence[float]) -> tuple[list[float], list[float], list[bool], list[bool]]:
    """Limits for some standard errors, and which of them are clipped."""
    centre, floor, ceiling = lines.centre, lines.floor, lines.ceiling
    lower = [centre - 3 * error for error in sigma]
    upper = [centre + 3 * error for error in sigma]
    is_low, is_high = [limit < floor for limit in lower], [limit > ceiling for limit in upper]
    if any(is_low):
        lower = [max(limit, floor) for limit in lower]
    if any(is_high):
        upper = [min(limit, ceiling) for limit in upper]
    return lower, upper, is_low, is_high


def _used(values: Sequence[float], span: Span, excluded: frozenset[int]) -> list[bool]:
    within = values[span.start : span.end + 1]
    if span.baseline_end == span.end and not excluded:
        return [value == value for value in within]
    return [
        position <= span.baseline_end and position not in excluded and value == value
        for position, value in enumerate(within, span.start)
    ]


def same_everywhere(column: Sequence[float]) -> float | None:
    """The one value of a column; ``None`` where it varies or there is none. Gaps do not count."""
    distinct = {value for value in column if value == value}
    return distinct.pop() if len(distinct) == 1 else None


def number_or_none(value: float) -> float | None:
    """NaN as ``None``, which is how a result says that there is no number."""
    return value if value == value else None
