"""The p chart, of the proportions of cases that are of one kind, and the np chart, of their numbers.

Binomial: limits at p and 3 sqrt(p (1 - p) / n) either way (Montgomery, 7th ed., equations 7.6 to 7.8), or at
n p and 3 sqrt(n p (1 - p)) (section 7.2.1).
"""

from __future__ import annotations

from math import nan, sqrt

from wellrun_spc.limits.lines import Lines
from wellrun_spc.limits.ratios import Ratios


def proportion_lines(phase: Ratios, *, centre: float | None) -> Lines:
    """All cases of the kind over all cases, and the binomial standard error where there is a value."""
    used = phase.used()
    share = phase.pooled(used) if centre is None else centre
    spread = sqrt(share * (1 - share)) if 0 <= share <= 1 else nan
    return Lines(
        centre=share,
        sigma=[
            spread / sqrt(size) if value == value else nan
            for value, size in zip(phase.values, phase.denominators, strict=True)
        ],
        floor=0.0,
        ceiling=1.0,
        n_used=len(used),
    )


def number_lines(phase: Ratios, *, centre: float | None) -> Lines:
    """The lines of a p chart, to be shown as numbers: each point's own n times as high.

    So points are judged as proportions, and the centre line steps where n does.
    """
    return proportion_lines(phase, centre=centre)._replace(weights=phase.denominators)
