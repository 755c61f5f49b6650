"""The passes over a panel, one after the other: short phases, long phases, series."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wellrun_spc.panel.compiled.bits import WIDTH
from wellrun_spc.panel.compiled.long_pass import long_pass
from wellrun_spc.panel.compiled.records import FINE, USED, Answers, Cuts, Data, Verdicts
from wellrun_spc.panel.compiled.series_pass import series_pass
from wellrun_spc.panel.compiled.short_pass import short_pass
from wellrun_spc.panel.lined import Lined, Unusable
from wellrun_spc.panel.plan import Plan
from wellrun_spc.panel.workers import chunks_of, even_chunks, share

_BITS_OF_A_BYTE = 8


__all__ = ["Computed", "Unusable", "compute_phases", "conclude", "room_for"]


class Computed(NamedTuple):
    """A panel in columns, with the numbers it was computed from."""

    plan: Plan
    data: Data
    cuts: Cuts
    answers: Answers
    verdicts: Verdicts
    lined: Lined | None = None
    """What was computed beforehand, for charts that need it."""

    @property
    def judged(self) -> Data:
        """What the passes are given: the data, or what was computed from them."""
        return self.data if self.lined is None else self.lined.data


def conclude(computed: Computed, threads: int | None = None) -> None:
    """The verdict on each series, once its phases are computed."""
    plan, cuts, answers, verdicts, judged = (
        computed.plan, computed.cuts, computed.answers, computed.verdicts, computed.judged
    )  # fmt: skip
    share(
        lambda first, last: series_pass(plan.choices, judged, cuts, answers, verdicts, first, last),
        even_chunks(len(cuts.series) - 1, threads),
        threads,
    )


def room_for(plan: Plan, data: Data, cuts: Cuts, found: Lined | None) -> Computed:
    """The columns of a panel, not filled yet."""
    phases, series, points = len(cuts.phases) - 1, len(cuts.series) - 1, len(data.values)
    width = np.uint8 if plan.parts.shape[1] <= _BITS_OF_A_BYTE else np.uint16
    answers = Answers(
        lines=np.empty((2, phases)) if found is None else found.lines[:3].copy(),
        counts=np.empty((5, phases), np.int32),
        latest=np.empty(phases, np.int64),
        bits=np.empty((4, phases), np.uint16),
        mask=np.zeros(points, width),
    )
    if found is not None:
        answers.counts[USED] = found.used
    verdicts = Verdicts(here=np.empty(series, np.int64), codes=np.empty((5, series), np.int8))
    return Computed(plan, data, cuts, answers, verdicts, found)


def compute_phases(computed: Computed, threads: int | None = None) -> None:
    """Fill in all phases; raises `Unusable`."""
    plan, cuts, answers, data = computed.plan, computed.cuts, computed.answers, computed.judged

    def short(first: int, last: int) -> int:
        return short_pass(plan.choices, plan.parts, plan.bounds, data, cuts, answers, first, last)

    wrong = [phase for phase in share(short, chunks_of(cuts.phases, threads), threads) if phase != FINE]
    long = long_phases(cuts)
    if len(long) and not wrong:
        wrong = [phase for phase in _long(computed, long, threads) if phase != FINE]
    if wrong:
        raise Unusable(min(wrong))


def long_phases(cuts: Cuts) -> npt.NDArray[np.int64]:
    """The phases that have more points than there are bits in a word."""
    return np.flatnonzero(sizes_of(cuts) > WIDTH)


def sizes_of(cuts: Cuts) -> npt.NDArray[np.int64]:
    """How many points each phase has."""
    return np.diff(cuts.phases)


def _long(computed: Computed, which: npt.NDArray[np.int64], threads: int | None) -> list[int]:
    plan, cuts, answers, data = computed.plan, computed.cuts, computed.answers, computed.judged
    sizes = sizes_of(cuts)[which]
    longest = int(sizes.max())

    def long(first: int, last: int) -> int:
        return long_pass(plan.choices, plan.parts, data, cuts, answers, which[first:last], longest)

    return share(long, chunks_of(np.concatenate([[0], np.cumsum(sizes)]), threads), threads)
