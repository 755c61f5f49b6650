"""The pass over series, once their phases are computed: the verdict on each."""

from __future__ import annotations

from math import nan
from typing import Any

from wellrun_spc.panel.compiled.jit import entry, inner
from wellrun_spc.panel.compiled.lines import error_at, line_from
from wellrun_spc.panel.compiled.records import (
    ASSURANCE,
    ASSURANCE_UNKNOWN,
    CENTRE,
    HELD_HIGH,
    HELD_LOW,
    LEADING,
    MEAN_RANGE,
    MIXED,
    NO_TARGET,
    SIDE,
    UNCLEAR,
    USABLE,
    USED,
    VARIATION,
    Answers,
    Choices,
    Cuts,
    Data,
    Floats,
    Verdicts,
)
from wellrun_spc.panel.compiled.verdict import NOTHING, assurance_of, limits_at, variation_of, verdict_of


@inner
def _target_at(targets: Any, point: int) -> Any:
    if len(targets) == 0:
        return nan
    return targets[point if len(targets) > 1 else 0]


@inner
def _assurance_of_nothing(targets: Floats, start: int, stop: int) -> int:
    """A series without a usable point may have a target all the same."""
    for point in range(start, stop):
        target = _target_at(targets, point)
        if target == target:
            return ASSURANCE_UNKNOWN
    return NO_TARGET


@inner
def _assurance_at(
    choices: Choices, centre: float, mean_range: float, n_used: int, denominators: Floats, targets: Floats,
    point: int,
) -> int:  # fmt: skip
    """The target against the limits at one point."""
    line = line_from(choices, centre, mean_range, n_used)
    error = error_at(choices.chart, line, denominators[point] if len(denominators) > 0 else nan)
    low, high = limits_at(centre, error, choices.floor, choices.ceiling, choices.times)
    return assurance_of(_target_at(targets, point), low, high, choices.direction, choices.on_limit)


@entry
def series_pass(
    choices: Choices, data: Data, cuts: Cuts, answers: Answers, verdicts: Verdicts, first: int, last: int
) -> None:
    """Fill in the verdicts of series ``first`` to before ``last``."""
    denominators, targets = data.denominators, data.targets
    phases_of, points_of = cuts.series, cuts.phases
    lines, counts, latest, bits = answers.lines, answers.counts, answers.latest, answers.bits
    heres, codes = verdicts.here, verdicts.codes
    for series in range(first, last):
        begin, end = phases_of[series], phases_of[series + 1]
        here, usable = -1, 0
        for phase in range(begin, end):
            usable += counts[USABLE, phase]
            here = phase if latest[phase] >= 0 else here
        if here >= 0:
            verdict = verdict_of(
                bits[HELD_HIGH, here],
                bits[HELD_LOW, here],
                bits[UNCLEAR, here],
                choices.direction,
                choices.improvement_first,
            )
            codes[ASSURANCE, series] = _assurance_at(
                choices,
                lines[CENTRE, here],
                lines[MEAN_RANGE, here],
                counts[USED, here],
                denominators,
                targets,
                latest[here],
            )
        else:
            here, verdict = end - 1, NOTHING
            codes[ASSURANCE, series] = _assurance_of_nothing(targets, points_of[begin], points_of[end])
        heres[series] = here
        codes[VARIATION, series] = variation_of(verdict, usable, choices.direction)
        codes[SIDE, series], codes[LEADING, series], codes[MIXED, series], _ = verdict
