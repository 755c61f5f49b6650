"""The columns of both charts of cases: sums of log likelihood ratios, and expected minus observed."""

from __future__ import annotations

from itertools import accumulate
from math import nan

from wellrun_spc.cumulative.track import Track
from wellrun_spc.limits.cumulative import one_side, weight
from wellrun_spc.limits.cumulative.columns import Columns, columns_of_sums
from wellrun_spc.series import SeriesError


def likelihoods(
    track: Track, *, ratio: float, better: float, limits: tuple[float, float], reset: bool
) -> Columns:
    """Both sums, and expected minus observed so far."""
    if not better < 1 < ratio:
        raise SeriesError(
            f"Odds {ratio:g} and {better:g} times as high are no change for the worse and the better.",
            remedy="Use more than 1 for more events, like 2, and less than 1 for fewer, like 0.5.",
        )
    cases = list(zip(track.used, track.expected, strict=True))
    high = one_side(
        [weight(outcome, risk, ratio) for outcome, risk in cases],
        limit=limits[0],
        reset=reset,
        reaches=True,
    )
    low = one_side(
        [weight(outcome, risk, better) for outcome, risk in cases],
        limit=limits[1],
        reset=reset,
        reaches=True,
    )
    so_far = accumulate(risk - outcome if outcome == outcome else 0.0 for outcome, risk in cases)
    totals = [
        sum_so_far if case[0] == case[0] else nan for sum_so_far, case in zip(so_far, cases, strict=True)
    ]
    return columns_of_sums(high, low, limits=limits, total=totals)
