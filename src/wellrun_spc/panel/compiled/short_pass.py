"""The pass over phases of up to 64 points."""

from __future__ import annotations

from math import inf, nan

import numpy as np

from wellrun_spc.panel.compiled.bits import ONE, WIDTH, ZERO, bits_in, first_bits, highest_bit
from wellrun_spc.panel.compiled.jit import entry, inner, step
from wellrun_spc.panel.compiled.keep import keep
from wellrun_spc.panel.compiled.lines import (
    Line,
    fill_errors,
    is_flat,
    is_too_wide,
    line_from_sums,
    line_kept,
    line_of,
    slack_of,
)
from wellrun_spc.panel.compiled.load import ROOM, Loaded, bounds_of, load, point_of, scratch_for
from wellrun_spc.panel.compiled.pack import (
    Zones,
    colour,
    pack_changing,
    pack_sides,
    pack_steps,
    pack_there,
    pack_zones,
    pack_zones_each,
)
from wellrun_spc.panel.compiled.records import (
    ALL_ON_SIDE,
    BEYOND_COUNTS,
    CROSSINGS,
    CROSSINGS_MIN,
    FINE,
    GAPS,
    I_CHART,
    KIND,
    LENGTH,
    LINED,
    LONGEST_MAX,
    MR_CHART,
    TREND,
    Answers,
    Choices,
    Counts,
    Cuts,
    Data,
    Floats,
    Masks,
    Places,
)
from wellrun_spc.panel.compiled.short import (
    RunsCount,
    Words,
    edges_of,
    part_words,
    passed_by,
    runs_in,
    went_to_last_side,
)
from wellrun_spc.panel.compiled.sums import LANES, lanes_for, sum_lanes, sums_in


@inner
def is_any(parts: Counts, kind: int) -> bool:
    """Whether a kind of part is among those of the rule set."""
    found = False
    for part in range(parts.shape[1]):
        found |= parts[KIND, part] == kind
    return found


@inner
def _is_too_few(kind: int, runs: RunsCount, crossings_min: int) -> bool:
    """Whether the line is crossed less often than chance would."""
    return kind == CROSSINGS and runs.useful > 0 and runs.crossings < crossings_min


@step
def _line(
    choices: Choices, lines: Floats, counts: Counts, phase: int, source: Floats, at: int, base: int,
    there: np.uint64, work: Floats, lanes: Floats, lane: int,
) -> Line:  # fmt: skip
    """The line of a phase: known beforehand, from its lane where it was summed with others, or on its own."""
    if choices.chart >= LINED:
        return line_kept(choices, lines, counts, phase)
    based = there & first_bits(base)
    used, ranges = bits_in(based), bits_in(based & (based << ONE))
    if lane >= 0:
        return line_from_sums(choices, sums_in(lanes, lane), source, at, base, used, ranges, work)
    return line_of(choices, source, at, base, used, ranges, work)


@inner
def _is_even(points_of: Places, baselines: Places, phase: int, last: int) -> bool:
    """Whether a phase and those that follow it fill the lanes: all of one length, without a baseline."""
    if phase + LANES > last or points_of[phase + 1] - points_of[phase] > WIDTH:
        return False
    size = points_of[phase + 1] - points_of[phase]
    is_even = size > 0
    for lane in range(LANES):
        stop = points_of[phase] + (lane + 1) * size
        is_even &= (points_of[phase + lane + 1] == stop) & (baselines[phase + lane] == stop)
    return bool(is_even)


@step
def _zones(
    choices: Choices, line: Line, slack: float, source: Floats, at: int, size: int, work: Floats
) -> Zones:
    if is_flat(choices.chart):
        near, far = edges_of(choices, line, slack)
        return pack_zones(source, at, size, line.centre, slack, near, far)
    fill_errors(choices.chart, line, source, at, size, work)
    return pack_zones_each(source, at, size, line.centre, slack, work)


@step
def _words(
    choices: Choices, zones: Zones, line: Line, slack: float, there: np.uint64, is_trended: bool,
    source: Floats, at: int, size: int, work: Floats,
) -> Words:  # fmt: skip
    passed, unchanging, up, down = passed_by(choices, zones, there, size), ZERO, ZERO, ZERO
    over, under, skipped = zones.above, zones.below, passed
    if choices.chart == GAPS:
        above, below = pack_sides(source, at, size, line.middle, slack)
        zones = Zones(above, below, zones.near_high, zones.near_low, zones.far_high, zones.far_low)
        passed = passed_by(choices, zones, there, size)
    if is_trended and (choices.skip_ties or choices.skip_gaps):
        unchanging, kept = pack_changing(source, at, size, choices.skip_ties, choices.skip_gaps, work)
        up, down = pack_steps(work, ROOM * WIDTH, kept)
    elif is_trended:
        up, down = pack_steps(source, at, size)
    return Words(size, zones, passed, over, under, skipped, up, down, unchanging)


@step
def _judge(
    parts: Counts, bounds: Counts, words: Words, runs: RunsCount, newest: int, start: int, places: Places,
    mask: Masks,
) -> tuple[int, int, int, int]:  # fmt: skip
    """Colour the points of a phase; return the parts that fired, that hold at the end, and unclear ones."""
    fired, held_high, held_low, unclear = 0, 0, 0, 0
    zones, bit = words.zones, 1
    for part in range(parts.shape[1]):
        kind = parts[KIND, part]
        high, low = part_words(
            kind, parts[LENGTH, part], parts[ALL_ON_SIDE, part] != 0, parts[BEYOND_COUNTS, part] != 0, words,
            runs, bounds[LONGEST_MAX, runs.useful],
        )  # fmt: skip
        if high | low != ZERO:
            colour(high | low, bit, start, places, mask)
            fired |= bit
            held_high |= bit if (high >> np.uint64(newest)) & ONE != ZERO else 0
            held_low |= bit if (low >> np.uint64(newest)) & ONE != ZERO else 0
        elif _is_too_few(kind, runs, bounds[CROSSINGS_MIN, runs.useful]):
            colour(zones.above | zones.below, bit, start, places, mask)
            fired |= bit
            held_high |= bit if zones.above > zones.below else 0
            held_low |= bit if zones.above < zones.below else 0
            unclear |= 0 if went_to_last_side(words) else bit
        bit <<= 1
    return fired, held_high, held_low, unclear


@entry
def short_pass(
    choices: Choices, parts: Counts, bounds: Counts, data: Data, cuts: Cuts, answers: Answers, first: int,
    last: int,
) -> int:  # fmt: skip
    """Compute the short ones of phases ``first`` to before ``last``.

    Return a phase with a number that cannot be computed with, or `FINE`.
    """
    values, denominators, excluded = data.values, data.denominators, data.excluded
    points_of, baselines = cuts.phases, cuts.baselines
    lines, counts, latest, bits, mask = answers
    work, places = scratch_for(WIDTH), np.empty(WIDTH if len(excluded) > 0 else 0, np.int64)
    is_ready = len(denominators) == 0 and len(excluded) == 0 and choices.chart != MR_CHART
    source = values if is_ready else work
    lowest, highest = bounds_of(choices) if is_ready else (-inf, inf)
    is_trended = is_any(parts, TREND)
    is_laned = is_ready and not choices.bridge and choices.chart == I_CHART
    lanes, lanes_from, lanes_to = lanes_for(WIDTH if is_laned else 0), first, first
    for phase in range(first, last):
        start, stop, baseline = points_of[phase], points_of[phase + 1], baselines[phase]
        if stop - start > WIDTH:
            continue
        if is_laned and phase >= lanes_to and _is_even(points_of, baselines, phase, last):
            sum_lanes(values, start, stop - start, lanes)
            lanes_from, lanes_to = phase, phase + LANES
        at, loaded = start, Loaded(stop - start, baseline - start, nan, False)
        if not is_ready:
            at, loaded = 0, load(choices, values, denominators, excluded, start, stop, baseline, work, places)
        size = loaded.size
        there, wrong = pack_there(source, at, size, lowest, highest)
        if wrong != ZERO or loaded.is_wrong:
            return phase
        lane = phase - lanes_from if phase < lanes_to else -1
        line = _line(choices, lines, counts, phase, source, at, loaded.base, there, work, lanes, lane)
        if is_too_wide(choices, line, loaded.least):
            return phase
        slack = slack_of(choices.chart, line, loaded.least)
        zones = _zones(choices, line, slack, source, at, size, work)
        words = _words(choices, zones, line, slack, there, is_trended, source, at, size, work)
        runs, newest = runs_in(words), highest_bit(there, size)
        found = _judge(parts, bounds, words, runs, newest, start, places, mask)
        keep(lines, counts, bits, phase, line, bits_in(there), runs, found)
        latest[phase] = point_of(start, newest, places) if newest >= 0 else -1
    return FINE
