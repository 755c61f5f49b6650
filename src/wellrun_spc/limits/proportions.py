"""The p chart: proportions of cases that are of one kind.

Binomial: limits at p and 3 sqrt(p (1 - p) / n) either way (Montgomery, 7th ed., equations 7.6 and 7.8).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import nan, sqrt

from wellrun_spc.limits.counts import pooled
from wellrun_spc.limits.lines import Lines


def proportion_lines(
    base: Sequence[int], values: Sequence[float], numerators: Sequence[float], denominators: Sequence[float],
    *, centre: float | None,
) -> Lines:  # fmt: skip
    """All cases of the kind over all cases, and the binomial standard error at each point.

    ``base`` are the positions that set the centre.
    """
    used = [position for position in base if values[position] == values[position]]
    share = pooled(used, numerators, denominators) if centre is None else centre
    spread = sqrt(share * (1 - share)) if 0 <= share <= 1 else nan
    return Lines(
        centre=share,
        sigma=[
            spread / sqrt(n) if value == value else nan for value, n in zip(values, denominators, strict=True)
        ],
        floor=0.0,
        ceiling=1.0,
        n_used=len(used),
    )
