"""A computed panel, and the tables it is seen through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from wellrun_spc.chart import Chart, chart
from wellrun_spc.panel.frames import Give
from wellrun_spc.panel.tables import phases_table, points_table, readings_table, series_table, signals_table
from wellrun_spc.panel.value import Core
from wellrun_spc.panel.words import reading_at
from wellrun_spc.phases import PhaseStart
from wellrun_spc.results import Reading
from wellrun_spc.series import SeriesError


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Many series, each with its limits, signals and reading.

    Limits are stored for each phase of each series; they are spread over points, and words are written, only
    when a table is asked for. Tables are of the kind that was given: Polars, pandas, otherwise Arrow.
    """

    core: Core = field(repr=False)
    give: Give = field(repr=False)
    notices: tuple[str, ...] = ()
    """What a reader should know about how the panel was computed."""

    def __len__(self) -> int:
        """How many series there are."""
        return self.core.series

    @property
    def rules(self) -> tuple[str, ...]:
        """The parts of the rule set, in the order of the bits in the table of points."""
        return tuple(part.name for part in self.core.options.rules.parts)

    def series(self) -> Any:
        """A row for each series: latest value, limits, runs, and what holds there."""
        return self.give(series_table(self.core))

    def phases(self) -> Any:
        """A row for each phase of each series: what set its limits, the limits, runs, and what was found."""
        return self.give(phases_table(self.core))

    def points(self) -> Any:
        """A row for each point, in order of series and period: its limits and signals."""
        return self.give(points_table(self.core))

    def signals(self) -> Any:
        """A row for each signal: the rule, the side, and its points."""
        return self.give(signals_table(self.core))

    def readings(self) -> Any:
        """The table of series, with each reading in words."""
        return self.give(readings_table(self.core))

    def reading(self, *key: object) -> Reading:
        """The reading of one series, named by its key; raises `SeriesError`."""
        return reading_at(self.core, self.place_of(*key))

    def chart(self, *key: object) -> Chart:
        """One series as a chart of its own, to look at and to draw; raises `SeriesError`."""
        return single_chart(self.core, self.place_of(*key))

    def place_of(self, *key: object) -> int:
        """Where a series stands, named by its key; raises `SeriesError` where there is none of that name."""
        for place, row in enumerate(zip(*self.core.keys.to_pydict().values(), strict=True)):
            if row == key:
                return place
        raise SeriesError(
            f"There is no series “{', '.join(map(str, key))}”.",
            remedy=f"Name it as in the {_columns(self.core.keys.column_names)}.",
        )


def _columns(names: Sequence[str]) -> str:
    return f"column {names[0]}" if len(names) == 1 else f"columns {', '.join(names)}"


def single_chart(core: Core, series: int) -> Chart:
    """The chart that `wellrun_spc.chart` makes of one series."""
    start, stop = int(core.starts[series]), int(core.starts[series + 1])
    data, options = core.computed.data, core.options
    targets = core.targets_at(np.arange(start, stop))
    constant = float(data.targets[0]) if len(data.targets) == 1 else None
    is_parted = len(data.denominators) > 0 and core.rows is None
    return chart(
        data.values[start:stop].tolist() if core.rows is None else core.rows.between(start, stop),
        chart=options.chart,
        x=None if core.periods is None else core.periods.column[start:stop].to_pylist(),
        n=data.denominators[start:stop].tolist() if is_parted else None,
        excluded=core.excluded[start:stop].tolist(),
        phases=_phase_starts(core, series),
        freeze=_freeze(core, series),
        target=targets.tolist() if constant is None and len(data.targets) else constant,
        direction=options.direction,
        rules=options.rules,
        screen=options.screen,
        multiply=options.multiply,
        bridge_gaps=options.bridge,
        centre=None if options.centre is None else options.centre * options.multiply,
        percent=options.percent,
    )


def _phase_starts(core: Core, series: int) -> list[PhaseStart]:
    cuts, start = core.cuts, int(core.starts[series])
    return [
        PhaseStart(
            int(cuts.phases[phase]) - start,
            name="" if core.names is None else core.names[phase].as_py() or "",
            baseline=_baseline(core, phase),
        )
        for phase in range(int(cuts.series[series]), int(cuts.series[series + 1]))
    ]


def _baseline(core: Core, phase: int) -> int | None:
    """How many points set the limits, where they are frozen; one alone can only be said by `_freeze`."""
    begin, end, baseline = (
        int(at) for at in (*core.cuts.phases[phase : phase + 2], core.cuts.baselines[phase])
    )
    return baseline - begin if baseline < end and baseline - begin > 1 else None


def _freeze(core: Core, series: int) -> object:
    """The baseline that ends with the first point of its phase, where there is one."""
    cuts, start = core.cuts, int(core.starts[series])
    for phase in range(int(cuts.series[series]), int(cuts.series[series + 1])):
        begin, end = int(cuts.phases[phase]), int(cuts.phases[phase + 1])
        if int(cuts.baselines[phase]) == begin + 1 < end:
            by_period = begin == start and core.periods is not None
            return core.periods.column[begin].as_py() if by_period and core.periods else begin + 1 - start
    return None
