"""The passes over a panel, one after the other: short phases, long phases, series."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wellrun_spc.panel.compiled.bits import WIDTH
from wellrun_spc.panel.compiled.long_pass import long_pass
from wellrun_spc.panel.compiled.records import FINE, Answers, Cuts, Data, Verdicts
from wellrun_spc.panel.compiled.series_pass import series_pass
from wellrun_spc.panel.compiled.short_pass import short_pass
from wellrun_spc.panel.plan import Plan
from wellrun_spc.panel.workers import chunks_of, even_chunks, share

_BITS_OF_A_BYTE = 8


class Computed(NamedTuple):
    """A panel in columns, with the numbers it was computed from."""

    plan: Plan
    data: Data
    cuts: Cuts
    answers: Answers
    verdicts: Verdicts


class Unusable(Exception):  # noqa: N818 - it names the phase, and `problems` says what is wrong with it
    """A phase holds a number that cannot be computed with."""

    def __init__(self, phase: int) -> None:
        self.phase = phase
        super().__init__(phase)


def conclude(computed: Computed, threads: int | None = None) -> None:
    """The verdict on each series, once its phases are computed."""
    plan, data, cuts, answers, verdicts = computed
    share(
        lambda first, last: series_pass(plan.choices, data, cuts, answers, verdicts, first, last),
        even_chunks(len(cuts.series) - 1, threads),
        threads,
    )


def room_for(plan: Plan, data: Data, cuts: Cuts) -> Computed:
    """The columns of a panel, not filled yet."""
    phases, series, points = len(cuts.phases) - 1, len(cuts.series) - 1, len(data.values)
    width = np.uint8 if plan.parts.shape[1] <= _BITS_OF_A_BYTE else np.uint16
    answers = Answers(
        lines=np.empty((2, phases)),
        counts=np.empty((5, phases), np.int32),
        latest=np.empty(phases, np.int64),
        bits=np.empty((4, phases), np.uint16),
        mask=np.zeros(points, width),
    )
    verdicts = Verdicts(here=np.empty(series, np.int64), codes=np.empty((5, series), np.int8))
    return Computed(plan, data, cuts, answers, verdicts)


def compute_phases(computed: Computed, threads: int | None = None) -> None:
    """Fill in all phases; raises `Unusable`."""
    plan, data, cuts, answers, _ = computed

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
    plan, data, cuts, answers, _ = computed
    sizes = sizes_of(cuts)[which]
    longest = int(sizes.max())

    def long(first: int, last: int) -> int:
        return long_pass(plan.choices, plan.parts, data, cuts, answers, which[first:last], longest)

    return share(long, chunks_of(np.concatenate([[0], np.cumsum(sizes)]), threads), threads)
