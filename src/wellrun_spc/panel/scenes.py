"""What the sentences of one series of a panel draw on, taken from the columns when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import nan
from typing import NamedTuple, cast, overload

import numpy as np

from wellrun_spc.chart.phase import TRIAL_POINTS
from wellrun_spc.panel.compiled.records import CROSSED, LONGEST, MEAN_RANGE, USED, USEFUL
from wellrun_spc.panel.found import CLEAR, PART, WAY, Findings
from wellrun_spc.panel.limits import range_scale
from wellrun_spc.panel.value import Core
from wellrun_spc.readings import Scene
from wellrun_spc.results import Phase, Runs, Signal, X
from wellrun_spc.rules import bounds_of
from wellrun_spc.wording import decimals_for


class Pattern(NamedTuple):
    """What a sentence needs to know of a signal."""

    rule: str
    phase: int
    positions: tuple[int, ...]
    side: str
    located: bool
    clear: bool


class Moments(Sequence[X]):
    """The periods of one series; each is turned into an object when it is asked for."""

    def __init__(self, core: Core, start: int, size: int) -> None:
        self._core = core
        self._start = start
        self._size = size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, position: int) -> X: ...
    @overload
    def __getitem__(self, position: slice) -> list[X]: ...
    def __getitem__(self, position: int | slice) -> X | list[X]:
        if isinstance(position, slice):
            return [self[place] for place in range(*position.indices(self._size))]
        if not -self._size <= position < self._size:
            raise IndexError(position)
        return cast(X, self._core.moment_at(self._start + position % self._size, self._start))


def patterns_of(core: Core, series: int, found: Findings, rows: range) -> list[Signal]:
    """Signals of a series as sentences see them."""
    start, first_phase = int(core.starts[series]), int(core.cuts.series[series])
    parts = core.options.rules.parts
    patterns = []
    for row in rows:
        points = found.points[found.starts[row] : found.starts[row + 1]]
        part = parts[found.codes[PART, row]]
        patterns.append(
            Pattern(
                rule=part.name,
                phase=int(found.phase[row]) - first_phase,
                positions=tuple((points - start).tolist()),
                side="high" if found.codes[WAY, row] > 0 else "low",
                located=bool(found.located[row]),
                clear=bool(found.codes[CLEAR, row]),
            )
        )
    return cast(list[Signal], patterns)


def scene_of(core: Core, series: int) -> Scene:
    """The scene of one series, as `wellrun_spc.chart` would set it."""
    start, stop = int(core.starts[series]), int(core.starts[series + 1])
    values = core.plotted[start:stop]
    usable = np.flatnonzero((values == values) & ~core.excluded[start:stop]).tolist()
    kinds, which = core.period_kinds
    centre, lower, upper = _lines(core, series)
    options, plain = core.options, values.tolist()
    return Scene(
        chart=options.chart,
        rules=options.rules,
        direction=options.direction,
        period=kinds[which[series]],
        percent=options.percent,
        decimals=_decimals(usable, plain, centre, lower, upper, 100.0 if options.percent else 1.0),
        x=Moments(core, start, stop - start),
        values=plain,
        centre=centre,
        lower=lower,
        upper=upper,
        targets=_targets(core, start, stop),
        phases=phases_of(core, series),
        usable=usable,
    )


def _targets(core: Core, start: int, stop: int) -> list[float]:
    targets = core.computed.data.targets
    if len(targets) > 1:
        return targets[start:stop].tolist()  # type: ignore[no-any-return]
    return [float(targets[0]) if len(targets) else nan] * (stop - start)


def _lines(core: Core, series: int) -> tuple[list[float], list[float], list[float]]:
    """Centre and limits at each point of a series."""
    start, stop = core.starts[series], core.starts[series + 1]
    first, last = int(core.cuts.series[series]), int(core.cuts.series[series + 1])
    limits = core.phase_limits
    columns = (limits.centre, limits.lower, limits.upper)
    if last - first == 1 and core.is_flat:
        centre, lower, upper = ([float(column[first])] * int(stop - start) for column in columns)
        return centre, lower, upper
    if core.is_flat:
        sizes = np.diff(core.cuts.phases[first : last + 1])
        centre, lower, upper = (np.repeat(column[first:last], sizes).tolist() for column in columns)
        return centre, lower, upper
    points = core.point_limits
    centre, lower, upper = (
        column[start:stop].tolist() for column in (points.centre, points.lower, points.upper)
    )
    return centre, lower, upper


def _decimals(
    usable: Sequence[int],
    values: Sequence[float],
    centre: Sequence[float],
    lower: Sequence[float],
    upper: Sequence[float],
    scale: float,
) -> int:
    """Enough to tell the latest lines apart; the values, where there are no limits."""
    if not usable:
        return 0
    latest = usable[-1]
    shown = [centre[latest], lower[latest], upper[latest]]
    if shown[1] != shown[1]:
        shown = [values[position] for position in usable]
    return decimals_for([value * scale for value in shown])


def phases_of(core: Core, series: int) -> list[Phase]:
    """The phases of one series, as a chart reports them."""
    first, last = int(core.cuts.series[series]), int(core.cuts.series[series + 1])
    return [phase_of(core, phase, phase - first, int(core.starts[series])) for phase in range(first, last)]


def phase_of(core: Core, phase: int, index: int, start: int) -> Phase:
    """One phase; ``start`` is the first point of its series."""
    cuts, limits, answers = core.cuts, core.phase_limits, core.computed.answers
    first, stop, baseline = (int(column[phase]) for column in (cuts.phases, cuts.phases[1:], cuts.baselines))
    n_used = int(answers.counts[USED, phase])
    return Phase(
        index=index,
        start=first - start,
        end=stop - 1 - start,
        baseline_end=baseline - 1 - start,
        name="" if core.names is None else core.names[phase].as_py() or "",
        reason="",
        n_used=n_used,
        centre=_number(limits.centre[phase]),
        sigma=_number(limits.sigma[phase]),
        lcl=_number(limits.lower[phase]),
        ucl=_number(limits.upper[phase]),
        mean_range=_number(answers.lines[MEAN_RANGE, phase] * range_scale(core.computed)),
        frozen=baseline < stop,
        trial=is_trial(core, n_used),
        runs=runs_of(answers.counts[:, phase].tolist(), core.options.rules.bounds),
        middle=_number(core.middles[phase]),
        sigma_z=_number(core.sigma_zs[phase]),
    )


def is_trial(core: Core, n_used: int) -> bool:
    """Whether too few points, or ranges between them, set the limits."""
    return n_used < TRIAL_POINTS - (1 if core.options.chart == "mr" else 0)


def runs_of(counts: Sequence[int], bounds: str) -> Runs:
    """The runs analysis of a phase, with what chance would give."""
    useful = counts[USEFUL]
    longest_max, crossings_min = expected(useful, bounds) if useful else (None, None)
    return Runs(
        useful=useful,
        longest=counts[LONGEST],
        longest_max=longest_max,
        crossings=counts[CROSSED],
        crossings_min=crossings_min,
    )


expected = cache(bounds_of)
"""The longest run and the fewest crossings for so many useful points."""


def _number(value: float) -> float | None:
    return float(value) if value == value else None
