"""A computed panel as a value: what was asked, what was given, and the columns that were computed."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from wellrun_spc.chart.options import Options
from wellrun_spc.panel.compiled.lined_pass import SIGMA_Z
from wellrun_spc.panel.compiled.records import MIDDLE, Cuts, Flags, Floats, Places
from wellrun_spc.panel.compute import Computed
from wellrun_spc.panel.found import Findings
from wellrun_spc.panel.gathering import Rows
from wellrun_spc.panel.limits import Limits, is_flat, limits_at, limits_of_phases, limits_of_points, plotted
from wellrun_spc.panel.periods import Periods, kinds_of
from wellrun_spc.series import GAPS


class Core:
    """What a panel's tables, words and charts are made from. Nothing here changes once it is made."""

    def __init__(
        self,
        *,
        options: Options,
        computed: Computed,
        keys: pa.Table,
        periods: Periods | None = None,
        names: pa.Array | None = None,
        order: Places | None = None,
        found: Findings | None = None,
        rows: Rows | None = None,
    ) -> None:
        self.options = options
        self.computed = computed
        self.keys = keys
        self.periods = periods
        self.names = names
        self.order = order
        self.found = found
        """All signals, where they were listed as they were found."""
        self.rows = rows
        """The rows of each point, on charts of subgroups."""

    @property
    def cuts(self) -> Cuts:
        """Where series and phases begin."""
        return self.computed.cuts

    @cached_property
    def starts(self) -> Places:
        """First point of each series, and the number of points."""
        return self.cuts.phases[self.cuts.series]

    @property
    def series(self) -> int:
        """How many series there are."""
        return len(self.cuts.series) - 1

    @property
    def points(self) -> int:
        """How many points there are."""
        return len(self.computed.data.values)

    @cached_property
    def here(self) -> Places:
        """The phase that each series is in."""
        return self.computed.verdicts.here

    @cached_property
    def latest(self) -> Places:
        """The latest usable point of each series; -1 where there is none."""
        return self.computed.answers.latest[self.here]

    @cached_property
    def plotted(self) -> Floats:
        """What is plotted at each point."""
        return plotted(self.computed)

    @cached_property
    def phase_limits(self) -> Limits:
        """Limits of each phase."""
        return limits_of_phases(self.computed)

    @cached_property
    def middles(self) -> Floats:
        """The line that runs of each phase are judged about, where it is not the centre; NaN elsewhere."""
        found = self.computed.lined
        nothing = np.full(len(self.computed.answers.latest), np.nan)
        return nothing if found is None else found.lines[MIDDLE] * self.options.multiply

    @cached_property
    def sigma_zs(self) -> Floats:
        """How many times more each phase varies than its formula says, on p' and u' charts; NaN elsewhere."""
        found = self.computed.lined
        nothing = np.full(len(self.computed.answers.latest), np.nan)
        return nothing if found is None else found.lines[SIGMA_Z]

    @cached_property
    def latest_limits(self) -> Limits:
        """Limits at the latest usable point of each series."""
        return limits_at(self.computed, self.here, self.latest)

    @cached_property
    def point_limits(self) -> Limits:
        """Limits at every point."""
        return limits_of_points(self.computed)

    @cached_property
    def is_flat(self) -> bool:
        """Whether one standard error holds for all points of a phase."""
        return is_flat(self.computed)

    @cached_property
    def period_kinds(self) -> tuple[list[str], Any]:
        """Kinds of period, and which one each series has."""
        # a point of a chart of gaps is an event, whatever its period says
        return kinds_of(None if self.options.chart in GAPS else self.periods, self.starts)

    @cached_property
    def used(self) -> Flags:
        """Whether each point helped to set limits."""
        stops = np.repeat(self.cuts.baselines, np.diff(self.cuts.phases))
        return ~np.isnan(self.plotted) & ~self.excluded & (np.arange(self.points) < stops)

    @cached_property
    def excluded(self) -> Flags:
        """Whether each point is left out."""
        flags = self.computed.data.excluded
        return flags if len(flags) else np.zeros(self.points, np.bool_)

    @cached_property
    def _moments(self) -> dict[Any, Any]:
        """Periods as objects, by their rank: many series share few periods, and each is made once."""
        return {}

    def moment_at(self, point: int, start: int) -> Any:
        """The period of a point as an object, or its number in the series that begins at ``start``."""
        if self.periods is None:
            return point - start + 1
        ranks = self.periods.ranks
        mark = point if ranks is None else ranks[point]
        if mark not in self._moments:
            self._moments[mark] = self.periods.column[point].as_py()
        return self._moments[mark]

    def targets_at(self, points: Places) -> Floats:
        """The target at some points; NaN where there is none. A point below 0 is none."""
        targets = self.computed.data.targets
        if len(targets) == 0:
            return np.full(len(points), np.nan)
        found = targets[points] if len(targets) > 1 else np.full(len(points), targets[0])
        return np.where(points < 0, np.nan, found)
