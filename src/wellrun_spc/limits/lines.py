"""What a chart family computes for one phase: a centre line, and a standard error at each point."""

from __future__ import annotations

from math import nan
from typing import NamedTuple


class Lines(NamedTuple):
    """Centre and standard errors of one phase, in the units of the values; NaN where there is none.

    The limits are the centre and three standard errors either way.
    """

    centre: float
    sigma: list[float]
    """Standard error at each point of the phase."""
    floor: float
    """The lowest value that is possible: limits are drawn no lower."""
    ceiling: float
    n_used: int
    """How many points set the lines."""
    mean_range: float = nan
    """Average moving range behind them (after screening), for the charts that rest on one."""
    dropped: int = 0
    """Moving ranges that screening left out."""
    least: int = 2
    """Fewer than this many set no limits: two points, or the one range between two points."""
