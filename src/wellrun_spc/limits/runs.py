"""The run chart: values about their median, and no limits (Perla, Provost & Murray 2011)."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nan

from wellrun_spc.kernel.averages import mean, median_of_sorted
from wellrun_spc.kernel.ranges import moving_ranges
from wellrun_spc.limits.lines import Lines


def median_line(base: Sequence[float], size: int, *, bridge: bool, centre: float | None) -> Lines:
    """Median of the baseline values. The mean range only says how near to the line counts as on it.

    Parameters
    ----------
    base, size, bridge, centre
        As for an individuals chart.
    """
    known = sorted([value for value in base if value == value])
    ranges = [nan] * len(base)
    moving_ranges(base, bridge, ranges)
    return Lines(
        centre=median_of_sorted(known) if centre is None else centre,
        sigma=[nan] * size,
        floor=-inf,
        ceiling=inf,
        n_used=len(known),
        mean_range=mean(ranges),
    )
