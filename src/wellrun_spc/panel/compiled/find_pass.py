"""The pass that lists what was found in chosen phases: one entry for each signal, with its points."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wellrun_spc.panel.compiled.jit import entry, inner
from wellrun_spc.panel.compiled.lines import Line, line_kept, slack_of
from wellrun_spc.panel.compiled.load import load, point_of, scratch_for
from wellrun_spc.panel.compiled.long import (
    ENDS,
    ORDER,
    STARTS,
    WAYS,
    belongs,
    is_clear,
    look,
    orders_for,
    smalls_for,
    stretches_of,
)
from wellrun_spc.panel.compiled.records import (
    KIND,
    Answers,
    Choices,
    Counts,
    Cuts,
    Data,
    Floats,
    Places,
    Smalls,
)
from wellrun_spc.panel.compiled.short import RunsCount


class Found(NamedTuple):
    """Columns with an entry for each signal, phase after phase, in the rule set's order within a phase."""

    phase: Places
    codes: Smalls
    """Part of the rule set, side, and whether the side says where the numbers went."""
    stops: Places
    """Where its points end among ``points``."""
    points: Places
    """The points of one signal after the other."""


@inner
def _list(
    kind: int, small: Smalls, order: Counts, stretch: int, start: int, places: Places, out: Places, at: int
) -> int:  # fmt: skip
    """Note the points of one stretch from ``at``, where there is room for them; return where they end."""
    for i in range(order[STARTS, stretch], order[ENDS, stretch] + 1):
        if belongs(kind, small, i, stretch):
            if len(out) > 0:
                out[at] = point_of(start, order[ORDER, i], places)
            at += 1
    return at


@inner
def _runs(
    choices: Choices, line: Line, least: float, work: Floats, size: int, small: Smalls, order: Counts
) -> RunsCount:
    slack = slack_of(choices.chart, line, least)
    return look(choices, line, slack, work, 0, size, work, small, order)


@entry
def find_pass(
    choices: Choices, parts: Counts, data: Data, cuts: Cuts, answers: Answers, which: Places, longest: int,
    found: Found,
) -> tuple[int, int]:  # fmt: skip
    """List the signals of the phases in ``which``; return how many there are, and how many points they have.

    Columns without room are left as they are: ask once for the numbers, then again with room.
    """
    values, denominators, excluded = data.values, data.denominators, data.excluded
    points_of, baselines, lines, counts = cuts.phases, cuts.baselines, answers.lines, answers.counts
    work, places = scratch_for(longest), np.empty(longest if len(excluded) > 0 else 0, np.int64)
    small, order = smalls_for(longest), orders_for(longest)
    signals, points = 0, 0
    for phase in which:
        start, stop = points_of[phase], points_of[phase + 1]
        loaded = load(choices, values, denominators, excluded, start, stop, baselines[phase], work, places)
        line = line_kept(choices, lines, counts, phase)
        runs = _runs(choices, line, loaded.least, work, loaded.size, small, order)
        for part in range(parts.shape[1]):
            for stretch in range(
                stretches_of(choices, parts, part, runs, work, 0, loaded.size, work, small, order)
            ):
                points = _list(parts[KIND, part], small, order, stretch, start, places, found.points, points)
                if len(found.phase) > 0:
                    found.phase[signals], found.stops[signals] = phase, points
                    found.codes[0, signals], found.codes[1, signals] = part, small[WAYS, stretch]
                    found.codes[2, signals] = is_clear(parts[KIND, part], small, runs.useful)
                signals += 1
    return signals, points
