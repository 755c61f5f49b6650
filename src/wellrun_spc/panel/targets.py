"""Targets: whether they can be computed with, and what they promise where limits are not what is judged."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from wellrun_spc.panel.compiled.records import ASSURANCE, Data, Places
from wellrun_spc.panel.compiled.verdict import assure_each
from wellrun_spc.panel.compute import Computed
from wellrun_spc.panel.faults import OneSeriesError
from wellrun_spc.panel.limits import limits_at
from wellrun_spc.panel.problems import name_of
from wellrun_spc.series import LARGEST, SeriesError, number


def require_targets(data: Data, starts: Places, keys: pa.Table) -> None:
    """Refuse a target that is too large, in the words of a single chart; raises `SeriesError`."""
    wrong = np.abs(data.targets) > LARGEST
    if not wrong.any():
        return
    point = int(np.argmax(wrong))
    try:
        number(float(data.targets[point]), "target")
    except SeriesError as error:
        if len(data.targets) == 1:
            raise
        series = int(np.searchsorted(starts, point, side="right")) - 1
        row = point - int(starts[series]) + 1
        problem = f"In the series “{name_of(keys, series)}”: {error.problem}"
        raise OneSeriesError(problem, remedy=error.remedy, row=row) from None


def assure(computed: Computed) -> None:
    """Fill in what limits at the latest points promise on np and t charts: passes do not know their units.

    There the limits that are shown are not those that are judged.
    """
    found, targets = computed.lined, computed.data.targets
    if found is None or (found.power == 1 and not len(found.weights)) or not len(targets):
        return
    here = computed.verdicts.here
    latest = computed.answers.latest[here]
    limits = limits_at(computed, here, latest)
    aims = np.where(latest < 0, np.nan, targets[latest] if len(targets) > 1 else targets[0])
    choices = computed.plan.choices
    assure_each(
        aims, limits.lower, limits.upper, latest, choices.direction, choices.on_limit,
        computed.verdicts.codes[ASSURANCE],
    )  # fmt: skip
