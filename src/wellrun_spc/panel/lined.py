"""Charts whose lines are computed before they are judged: np, p', u', I', g and t by a compiled pass.

Those of subgroups, xbar and s, are computed phase by phase in Python, by the functions of a single chart.
"""

from __future__ import annotations

from math import nan
from typing import NamedTuple

import numpy as np

from wellrun_spc.chart.options import Options
from wellrun_spc.limits import EXACT, PUBLISHED
from wellrun_spc.limits.factors import SCREEN
from wellrun_spc.limits.rare import POWER, to_normal
from wellrun_spc.limits.subgroups import Groups, deviation_lines, mean_lines
from wellrun_spc.panel.arrays import NO_FLOATS
from wellrun_spc.panel.compiled.lined_load import (
    BETWEEN,
    NUMBERS,
    PROPORTIONS,
    RATES,
    TIMES,
    WEIGHTED,
    Asked,
)
from wellrun_spc.panel.compiled.lined_pass import lined_pass
from wellrun_spc.panel.compiled.records import CENTRE, FINE, Counts, Cuts, Data, Floats
from wellrun_spc.panel.gathering import Rows
from wellrun_spc.panel.workers import chunks_of, share
from wellrun_spc.series import LARGEST, SUBGROUPS

PASSES = {
    "np": NUMBERS, "p_prime": PROPORTIONS, "u_prime": RATES, "i_prime": WEIGHTED, "g": BETWEEN, "t": TIMES,
}  # fmt: skip
FLAT = ("g", "t")
"""Charts with one standard error for all points of a phase."""


class Unusable(Exception):  # noqa: N818 - it names the phase, and `problems` says what is wrong with it
    """A phase holds a number that cannot be computed with."""

    def __init__(self, phase: int) -> None:
        self.phase = phase
        super().__init__(phase)


class Lined(NamedTuple):
    """What the passes judge, beside what was given."""

    data: Data
    """Values as they are judged, with their standard errors in the place of denominators."""
    lines: Floats
    """Centre, mean range and line of the runs of each phase, and sigma z."""
    used: Counts
    """How many points set the lines of each phase."""
    is_flat: bool
    weights: Floats = NO_FLOATS
    """What values and lines are multiplied by at each point to be shown; empty for nothing."""
    power: float = 1.0
    """What lines are raised to, to be shown."""


def lined(options: Options, data: Data, cuts: Cuts, rows: Rows | None, threads: int | None) -> Lined | None:
    """The lines of all phases; none for charts whose lines the other passes compute.

    Raises
    ------
    Unusable
        Naming the first phase that cannot be computed.
    """
    if options.chart in SUBGROUPS and rows is not None:
        return _of_subgroups(options, data, cuts, rows)
    if options.chart not in PASSES:
        return None
    points, phases = len(data.values), len(cuts.phases) - 1
    judged, errors = np.empty(points), np.empty(points)
    lines, used = np.full((4, phases), np.nan), np.zeros(phases, np.int32)
    longest, asked = int(np.diff(cuts.phases).max()), _asked(options)
    stops = share(
        lambda first, last: lined_pass(asked, data, cuts, longest, judged, errors, lines, used, first, last),
        chunks_of(cuts.phases, threads),
        threads,
    )
    wrong = [phase for phase in stops if phase != FINE]
    if wrong:
        raise Unusable(min(wrong))
    return Lined(
        data._replace(values=judged, denominators=errors),
        lines,
        used,
        options.chart in FLAT,
        data.denominators if options.chart == "np" else NO_FLOATS,
        POWER if options.chart == "t" else 1.0,
    )


def _asked(options: Options) -> Asked:
    factors = EXACT if options.rules.factors == "exact" else PUBLISHED
    centre = nan if options.centre is None else float(options.centre)
    return Asked(
        kind=PASSES[options.chart],
        cut=SCREEN if options.screen else 0.0,
        factor=factors.sigma,
        bridge=options.bridge,
        centre=to_normal(centre) if options.chart == "t" and centre == centre else centre,
        times=options.multiply,
    )


def _of_subgroups(options: Options, data: Data, cuts: Cuts, rows: Rows) -> Lined:
    phases, points = len(cuts.phases) - 1, len(data.values)
    errors, lines, used = np.empty(points), np.full((4, phases), np.nan), np.zeros(phases, np.int32)
    shown = data.values * options.multiply
    wrong = np.flatnonzero(np.abs(shown) > LARGEST)
    if len(wrong):
        raise Unusable(int(np.searchsorted(cuts.phases, wrong[0], side="right")) - 1)
    lines_for = mean_lines if options.chart == "xbar" else deviation_lines
    for phase in range(phases):
        start, stop, baseline = (
            int(at) for at in (cuts.phases[phase], cuts.phases[phase + 1], cuts.baselines[phase])
        )
        within = slice(start, stop)
        left_out = data.excluded[within].tolist() if len(data.excluded) else [False] * (stop - start)
        base = [place for place in range(baseline - start) if not left_out[place]]
        columns = (column[within].tolist() for column in (rows.means, rows.deviations, rows.sizes))
        found = lines_for(Groups(base, *columns), centre=options.centre)
        lines[CENTRE, phase], used[phase], errors[within] = found.centre, found.n_used, found.sigma
    return Lined(data._replace(denominators=errors), lines, used, is_flat=False)
