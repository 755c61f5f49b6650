"""Signals one by one: which part of the rule set found what, where."""

from __future__ import annotations

import numpy as np

from wellrun_spc.panel.compiled.find_pass import Found, find_pass
from wellrun_spc.panel.compiled.records import CROSSINGS, KIND, Places
from wellrun_spc.panel.found import PART, Findings
from wellrun_spc.panel.value import Core


def findings_in(core: Core, phases: Places) -> Findings:
    """All signals of some phases, which are in rising order."""
    if core.found is not None:
        return _chosen(core.found, phases)
    computed = core.computed
    sizes = np.diff(computed.cuts.phases)[phases]
    longest = int(sizes.max(initial=0))

    def look(found: Found) -> tuple[int, int]:
        choices, parts, _ = computed.plan
        return find_pass(
            choices, parts, computed.judged, computed.cuts, computed.answers, phases, longest, found
        )

    signals, points = look(_room(0, 0))
    found = _room(signals, points)
    look(found)
    located = computed.plan.parts[KIND, found.codes[PART]] != CROSSINGS
    return Findings(found.phase, found.codes, located, np.concatenate([[0], found.stops]), found.points)


def _chosen(found: Findings, phases: Places) -> Findings:
    """Those of the findings that are in some phases."""
    rows = np.flatnonzero(np.isin(found.phase, phases))
    sizes = np.diff(found.starts)
    points = np.repeat(np.isin(found.phase, phases), sizes)
    return Findings(
        found.phase[rows], found.codes[:, rows], found.located[rows],
        np.concatenate([[0], np.cumsum(sizes[rows])]), found.points[points],
    )  # fmt: skip


def _room(signals: int, points: int) -> Found:
    return Found(
        phase=np.empty(signals, np.int64),
        codes=np.empty((3, signals), np.int8),
        stops=np.empty(signals, np.int64),
        points=np.empty(points, np.int64),
    )
