"""The front door for outcomes against each case's own risk: the VLAD and its risk-adjusted CUSUM."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import nan

from wellrun_spc.cumulative.assemble import assembled, without_limits
from wellrun_spc.cumulative.likelihood import likelihoods
from wellrun_spc.cumulative.result import Cumulative
from wellrun_spc.cumulative.track import above_zero, outcomes_of, track_of
from wellrun_spc.cumulative.words import message
from wellrun_spc.series import SeriesError
from wellrun_spc.series.numbers import numbers


def vlad(
    outcomes: Iterable[object],
    expected: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    odds_ratio: float = 2.0,
    better_ratio: float | None = None,
    limit: float = 4.5,
    better_limit: float | None = None,
    reset: bool = True,
    direction: str = "decrease",
    excluded: Iterable[object] = (),
) -> Cumulative:
    """Follow events against each case's own risk: expected minus observed so far, and when that is a signal.

    Parameters
    ----------
    outcomes
        One for each case, in order: 1 or True is an event, 0 or False none, ``None`` missing.
    expected
        Probability of the event in each case, from a risk model: 0 to 1. A case without one is left out.
    x
        Cases or dates; 1, 2, 3 ... by default.
    odds_ratio
        The change to look out for: odds this many times as high as the model says.
    better_ratio
        The same for fewer events; 1 / ``odds_ratio`` by default.
    limit, better_limit
        The sums signal when they go beyond these log likelihood ratios; both 4.5 by default.
    reset
        Start a sum again from nought after it signals.
    direction
        "decrease" where an event is bad (the default), "increase" where it is good, or "neutral".
    excluded
        Cases left out: positions from 0, or one True or False for each.

    Returns
    -------
    Cumulative
        ``total`` is the variable life-adjusted display; ``high`` and ``low`` are the risk-adjusted CUSUM that
        judges it, because the display itself has no limits that keep their meaning as it grows.

    Raises
    ------
    SeriesError
        Data or settings that cannot be charted; names the row and says what to do.

    Notes
    -----
    A case of risk p adds log R - log(1 - p + R p) for an event, and - log(1 - p + R p) for none.

    References
    ----------
    Lovegrove et al., Lancet 1997; 350: 1128-1130 (VLAD). Steiner et al., Biostatistics 2000; 1: 441-452.

    Examples
    --------
    >>> found = vlad([0, 0, 1, 0], [0.1, 0.3, 0.2, 0.1])
    >>> [round(point.total, 1) for point in found.points]
    [0.1, 0.4, -0.4, -0.3]
    """
    found = outcomes_of(outcomes)
    risks = _risks(expected, len(found))
    # a case without a risk has nothing to be compared with: it counts for nothing
    known = [outcome if risk == risk else nan for outcome, risk in zip(found, risks, strict=True)]
    track = track_of(known, chart="vlad", direction=direction, x=x, excluded=excluded, freeze=None)
    odds_ratio, limit = above_zero("odds_ratio", odds_ratio), above_zero("limit", limit)
    better = 1 / odds_ratio if better_ratio is None else above_zero("better_ratio", better_ratio)
    limits = (limit, limit if better_limit is None else above_zero("better_limit", better_limit))
    settings = {
        "odds_ratio": odds_ratio, "better_ratio": better, "limit": limits[0], "better_limit": limits[1],
        "reset": reset,
    }  # fmt: skip
    cases = zip(track.used, risks, strict=True)
    track = replace(track, expected=[risk if outcome == outcome else nan for outcome, risk in cases])
    if track.latest < 0:
        return without_limits(
            track, centre=nan, plain=message("no_values", least=1), settings=settings, n_used=0
        )
    return assembled(
        track,
        likelihoods(track, ratio=odds_ratio, better=better, limits=limits, reset=reset),
        centre=nan,
        sigma=nan,
        settings=settings,
        n_used=0,
    )


def _risks(expected: Iterable[object], cases: int) -> list[float]:
    risks = numbers(expected, "expected number")
    if len(risks) != cases:
        raise SeriesError(
            f"There are {cases} outcomes but {len(risks)} expected numbers.",
            remedy="Give one for each case; use None where one is missing.",
        )
    for row, risk in enumerate(risks, 1):
        if not (0 <= risk <= 1 or risk != risk):
            raise SeriesError(
                f"The expected number {risk:g} is no probability.",
                remedy="Give the risk of each case: 0 to 1.",
                row=row,
            )
    return risks
