"""The pass over phases of more than 64 points, by the plain loops of the kernel."""

from __future__ import annotations

import numpy as np

from wellrun_spc.panel.compiled.jit import entry, inner
from wellrun_spc.panel.compiled.keep import keep
from wellrun_spc.panel.compiled.lines import is_too_wide, line_kept, line_of, slack_of
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
    CROSSINGS,
    FINE,
    KIND,
    LINED,
    Answers,
    Choices,
    Counts,
    Cuts,
    Data,
    Floats,
    Masks,
    Places,
    Smalls,
)
from wellrun_spc.panel.compiled.short import RunsCount


@inner
def survey(values: Floats, base: int, size: int) -> tuple[int, int, int, int]:
    """Points that have a value in the baseline, their moving ranges, all that have one, and the latest."""
    used, ranges, usable, latest = 0, 0, 0, -1
    for place in range(size):
        if values[place] == values[place]:
            is_used, is_next = place < base, latest == place - 1 and place > 0
            usable += 1
            used += is_used
            ranges += is_used and is_next
            latest = place
    return used, ranges, usable, latest


@inner
def _judge(
    choices: Choices, parts: Counts, runs: RunsCount, size: int, work: Floats, latest: int, start: int,
    places: Places, mask: Masks, small: Smalls, order: Counts,
) -> tuple[int, int, int, int]:  # fmt: skip
    """Colour the points of a phase; return the parts that fired, that hold at the end, and unclear ones."""
    fired, held_high, held_low, unclear = 0, 0, 0, 0
    for part in range(parts.shape[1]):
        kind, bit, way = parts[KIND, part], 1 << part, 0
        is_about_all = kind == CROSSINGS
        found = stretches_of(choices, parts, part, runs, work, 0, size, work, small, order)
        fired |= bit if found else 0
        for stretch in range(found):
            for i in range(order[STARTS, stretch], order[ENDS, stretch] + 1):
                if belongs(kind, small, i, stretch):
                    place = order[ORDER, i]
                    mask[point_of(start, place, places)] |= bit
                    way = small[WAYS, stretch] if place == latest or is_about_all else way
        held_high |= bit if way > 0 else 0
        held_low |= bit if way < 0 else 0
        unclear |= bit if found > 0 and not is_clear(kind, small, runs.useful) else 0
    return fired, held_high, held_low, unclear


@entry
def long_pass(
    choices: Choices, parts: Counts, data: Data, cuts: Cuts, answers: Answers, which: Places, longest: int
) -> int:  # fmt: skip
    """Compute the phases in ``which``, of up to ``longest`` points.

    Return a phase with a number that cannot be computed with, or `FINE`.
    """
    values, denominators, excluded = data.values, data.denominators, data.excluded
    points_of, baselines = cuts.phases, cuts.baselines
    lines, counts, latest, bits, mask = (
        answers.lines,
        answers.counts,
        answers.latest,
        answers.bits,
        answers.mask,
    )
    work, places = scratch_for(longest), np.empty(longest if len(excluded) > 0 else 0, np.int64)
    small, order = smalls_for(longest), orders_for(longest)
    for phase in which:
        start = points_of[phase]
        stop, baseline = points_of[phase + 1], baselines[phase]
        loaded = load(choices, values, denominators, excluded, start, stop, baseline, work, places)
        if loaded.is_wrong:
            return int(phase)
        used, ranges, usable, newest = survey(work, loaded.base, loaded.size)
        if choices.chart >= LINED:
            line = line_kept(choices, lines, counts, phase)
        else:
            line = line_of(choices, work, 0, loaded.base, used, ranges, work)
        if is_too_wide(choices, line, loaded.least):
            return int(phase)
        slack = slack_of(choices.chart, line, loaded.least)
        runs = look(choices, line, slack, work, 0, loaded.size, work, small, order)
        found = _judge(choices, parts, runs, loaded.size, work, newest, start, places, mask, small, order)
        keep(lines, counts, bits, phase, line, usable, runs, found)
        latest[phase] = point_of(start, newest, places) if newest >= 0 else -1
    return FINE
