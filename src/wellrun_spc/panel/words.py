"""Readings in words: the same sentences, through the same messages, as for a single chart.

Series in which nothing was found say much the same, so what one says is kept for the next that reads alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args

import numpy as np

from wellrun_spc.messages import render
from wellrun_spc.panel.compiled.records import ASSURANCE, FIRED, LEADING, USABLE, USED, VARIATION
from wellrun_spc.panel.findings import findings_in
from wellrun_spc.panel.found import PART, Findings
from wellrun_spc.panel.scenes import is_trial, patterns_of, scene_of
from wellrun_spc.panel.value import Core
from wellrun_spc.readings import reading_of
from wellrun_spc.readings.verdict import ENOUGH_POINTS
from wellrun_spc.results import Reading, Variation
from wellrun_spc.wording import decimals_for, decimals_of, format_rounded


def reading_at(core: Core, series: int) -> Reading:
    """The reading of one series."""
    found = findings_in(core, core.here[series : series + 1])
    return _reading(core, series, found, range(len(found.phase)))


def _reading(core: Core, series: int, found: Findings, rows: range) -> Reading:
    return reading_of(scene_of(core, series), patterns_of(core, series, found, rows))


def readings_of(core: Core) -> Iterator[Reading]:
    """The reading of each series in turn; where nothing was found, what is said alike is said once."""
    has_found = core.computed.answers.bits[FIRED, core.here] != 0
    found = findings_in(core, core.here[has_found])
    edges = np.searchsorted(found.phase, core.here, side="left")
    ends = np.searchsorted(found.phase, core.here, side="right")
    said: dict[Any, Reading] = {}
    facts = _facts(core)
    for series in range(core.series):
        if has_found[series]:
            yield _reading(core, series, found, range(edges[series], ends[series]))
            continue
        alike = _alike(core, facts, series)
        if alike not in said:
            said[alike] = _reading(core, series, found, range(0))
        yield said[alike]


def words_of(core: Core) -> list[str]:
    """The one word of each reading, without the sentences: it follows from what was computed."""
    has_found = core.computed.answers.bits[FIRED, core.here] != 0
    is_early = ~has_found & (core.computed.answers.counts[USABLE, core.here] < ENOUGH_POINTS)
    early = render(("word.early", {}))
    words = [render((f"word.{variation}", {})) for variation in get_args(Variation)]
    codes = core.computed.verdicts.codes[VARIATION].tolist()
    return [early if soon else words[code] for code, soon in zip(codes, is_early.tolist(), strict=True)]


class _Facts(NamedTuple):
    """All that a reading without signals is made from, series by series."""

    codes: list[list[int]]
    have: list[int]
    """Usable points in the phase; beyond a number they are not told apart."""
    is_later: list[bool]
    """Whether it is not the first phase."""
    is_trial: list[bool]
    kind: list[int]
    centre: list[float]
    lower: list[float]
    upper: list[float]
    target: list[float]
    is_common: list[bool]
    """Whether the limits are the same in the whole phase."""
    is_any_below: list[bool]
    """Whether a value is below zero."""
    middle: list[float]
    """The line of the runs; NaN where it is the centre."""


def _facts(core: Core) -> _Facts:
    counts, limits, here = core.computed.answers.counts, core.latest_limits, core.here
    return _Facts(
        codes=core.computed.verdicts.codes[[VARIATION, ASSURANCE]].T.tolist(),
        have=np.minimum(counts[USABLE, here], ENOUGH_POINTS).tolist(),
        is_later=(here > core.cuts.series[:-1]).tolist(),
        is_trial=[is_trial(core, used) for used in counts[USED, here].tolist()],
        kind=core.period_kinds[1].tolist(),
        centre=limits.centre.tolist(),
        lower=limits.lower.tolist(),
        upper=limits.upper.tolist(),
        target=core.targets_at(core.latest).tolist(),
        is_common=(~np.isnan(core.phase_limits.lower[here] + core.phase_limits.upper[here])).tolist(),
        is_any_below=(np.fmin.reduceat(core.plotted, core.starts[:-1]) < 0).tolist(),
        middle=core.middles[here].tolist(),
    )


def _alike(core: Core, facts: _Facts, series: int) -> object:
    """What two readings without signals must share to be the same, word for word."""
    codes = facts.codes[series]
    low, high, target = facts.lower[series], facts.upper[series], facts.target[series]
    # without limits no number is said
    words = _written(core, facts.centre[series], low, high, target) if low == low else ()
    return (
        *codes, facts.have[series], facts.is_later[series], facts.is_trial[series], facts.kind[series], words,
        low == high, low < 0, facts.is_common[series], facts.is_any_below[series],
    )  # fmt: skip


def _written(core: Core, centre: float, low: float, high: float, target: float) -> tuple[object, ...]:
    percent = core.options.percent
    scale = 100.0 if percent else 1.0
    decimals = decimals_for((centre * scale, low * scale, high * scale))
    least, most = (format_rounded(value, decimals, percent=percent) for value in (low, high))
    if target != target:
        return least, most
    return least, most, format_rounded(target, max(decimals, decimals_of(target * scale)), percent=percent)


def since_of(core: Core) -> Any:
    """The first point of the signal that each reading follows; -1 where it follows none."""
    since = np.full(core.series, -1, np.int64)
    leading = core.computed.verdicts.codes[LEADING]
    led = np.flatnonzero(leading >= 0)
    found = findings_in(core, core.here[led])
    first, last = found.points[found.starts[:-1]], found.points[found.starts[1:] - 1]
    which = led[np.searchsorted(core.here[led], found.phase)]
    holds = (last == core.latest[which]) | ~found.located
    leads = holds & (found.codes[PART] == leading[which])
    since[which[leads]] = first[leads]
    return since
