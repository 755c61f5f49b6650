"""Panels whose rule set has a part that is not compiled: one series after the other, in plain Python."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

import numpy as np

from wellrun_spc.chart.formulas import shown_values
from wellrun_spc.chart.options import Options
from wellrun_spc.chart.phase import lines_of, plotted_values, track_of
from wellrun_spc.panel.compiled.records import (
    CENTRE,
    FIRED,
    HELD_HIGH,
    HELD_LOW,
    MEAN_RANGE,
    UNCLEAR,
    Answers,
    Cuts,
    Data,
)
from wellrun_spc.panel.found import Findings
from wellrun_spc.panel.gathering import Rows
from wellrun_spc.panel.lined import Unusable
from wellrun_spc.phases import Span
from wellrun_spc.rules import Finding, Track
from wellrun_spc.series import LARGEST, SUBGROUPS, Series, SeriesError, series_of


class Judged(NamedTuple):
    """A finding, the part of the rule set that made it, and the phase it is in."""

    phase: int
    part: int
    points: list[int]
    finding: Finding


def judge_plainly(
    options: Options, data: Data, cuts: Cuts, answers: Answers, rows: Rows | None = None
) -> Findings:
    """Fill the answers, series by series, and list what was found.

    Raises
    ------
    Unusable
        Naming a phase of the series that cannot be computed.
    """
    judged: list[Judged] = []
    for series in range(len(cuts.series) - 1):
        first, last = int(cuts.series[series]), int(cuts.series[series + 1])
        start = int(cuts.phases[first])
        spans = [_span(cuts, phase, start) for phase in range(first, last)]
        try:
            checked = _series(data, start, int(cuts.phases[last]), options, rows)
        except SeriesError:
            raise Unusable(first) from None
        plotted = plotted_values(checked, spans, options)
        if any(abs(value * options.multiply) > LARGEST for value in shown_values(checked, plotted, options)):
            raise Unusable(first)
        for phase, span in zip(range(first, last), spans, strict=True):
            try:
                judged += _phase(phase, start, span, checked, plotted, options, answers)
            except SeriesError:
                raise Unusable(phase) from None
    return _listed(judged)


def _series(data: Data, start: int, stop: int, options: Options, rows: Rows | None) -> Series:
    within = slice(start, stop)
    is_parted = len(data.denominators) > 0 and options.chart not in SUBGROUPS
    return series_of(
        data.values[within].tolist() if rows is None else rows.between(start, stop),
        chart=options.chart,
        x=None,
        n=data.denominators[within].tolist() if is_parted else None,
        notes=None,
        excluded=data.excluded[within].tolist() if len(data.excluded) else (),
        suppressed=(),
    )


def _span(cuts: Cuts, phase: int, start: int) -> Span:
    first, stop, baseline = (int(column[phase]) for column in (cuts.phases, cuts.phases[1:], cuts.baselines))
    return Span(first - start, stop - 1 - start, baseline - 1 - start, "", "", 0)


def _phase(
    phase: int, start: int, span: Span, series: Series, plotted: list[float], options: Options,
    answers: Answers,
) -> list[Judged]:  # fmt: skip
    """Compute one phase; return what was found in it."""
    lines = lines_of(series, plotted, span, options)
    track = track_of(span, plotted, series.excluded, lines, options)
    usable = [place for place, value in zip(track.positions, track.values, strict=True) if value == value]
    answers.lines[[CENTRE, MEAN_RANGE], phase] = lines.centre, lines.mean_range
    runs = track.runs
    answers.counts[:, phase] = lines.n_used, len(usable), runs.useful, runs.longest, runs.crossings
    answers.latest[phase] = start + usable[-1] if usable else -1
    answers.bits[:, phase] = 0
    judged = [
        Judged(phase, part, [start + place for place in finding.positions], finding)
        for part, finding in _found(options, track)
    ]
    for one in judged:
        _colour(one, answers)
    return judged


def _found(options: Options, track: Track) -> list[tuple[int, Finding]]:
    return [
        (number, finding)
        for number, part in enumerate(options.rules.parts)
        if options.chart != "mr" or not part.needs_order
        for finding in part.find(track)
    ]


def _colour(judged: Judged, answers: Answers) -> None:
    bit, finding = 1 << judged.part, judged.finding
    answers.mask[judged.points] |= bit
    answers.bits[FIRED, judged.phase] |= bit
    if answers.latest[judged.phase] in judged.points or not finding.located:
        answers.bits[HELD_HIGH if finding.side == "high" else HELD_LOW, judged.phase] |= bit
        answers.bits[UNCLEAR, judged.phase] |= 0 if finding.clear else bit


def _listed(judged: list[Judged]) -> Findings:
    codes = [
        [one.part for one in judged],
        [1 if one.finding.side == "high" else -1 for one in judged],
        [one.finding.clear for one in judged],
    ]
    return Findings(
        phase=np.array([one.phase for one in judged], np.int64),
        codes=np.array(codes, np.int8),
        located=np.array([one.finding.located for one in judged], np.bool_),
        starts=np.array([0, *accumulate(len(one.points) for one in judged)], np.int64),
        points=np.array([point for one in judged for point in one.points], np.int64),
    )
