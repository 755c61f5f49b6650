"""Targets against the limits as they are shown, where those are not what is judged: on np and t charts."""

from __future__ import annotations

import numpy as np

from wellrun_spc.panel.compiled.records import ASSURANCE
from wellrun_spc.panel.compiled.verdict import assure_each
from wellrun_spc.panel.compute import Computed
from wellrun_spc.panel.limits import limits_at


def assure(computed: Computed) -> None:
    """Fill in what limits at the latest points promise, where the passes know nothing of their units."""
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
