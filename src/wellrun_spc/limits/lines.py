"""What a chart family computes for one phase: a centre line, and a standard error at each point."""

from __future__ import annotations

from collections.abc import Sequence
from math import nan
from typing import NamedTuple


class Lines(NamedTuple):
    """Centre and standard errors of one phase, as points are judged; NaN where there is none.

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
    middle: float = nan
    """The line that runs are judged about, where it is not the centre."""
    sigma_z: float = nan
    """How many times more the points differ than the binomial or Poisson formula says (Laney)."""
    weights: Sequence[float] | None = None
    """What values and lines are multiplied by at each point to be shown: the denominators of an np chart."""
    power: float = 1.0
    """What values and lines are raised to, to be shown: 3.6 on a t chart."""

    def in_plot(self, spread: float, times: float) -> float:
        """A distance in the units of the plot; on a t chart in those of the transformed values."""
        return spread * (times if self.power == 1 else times ** (1 / self.power))
