"""The front door for rare events: the Bernoulli CUSUM, case by case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import nan

from wellrun_spc.cumulative.assemble import assembled, without_limits
from wellrun_spc.cumulative.likelihood import likelihoods
from wellrun_spc.cumulative.result import Cumulative
from wellrun_spc.cumulative.track import above_zero, given_number, outcomes_of, track_of
from wellrun_spc.cumulative.words import message
from wellrun_spc.kernel.averages import count, mean
from wellrun_spc.series import SeriesError

_RAREST = 1e-12
"""Odds of anything rarer cannot be told from nought, or from certainty."""


def bernoulli_cusum(
    outcomes: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    p0: float | None = None,
    odds_ratio: float = 2.0,
    p1: float | None = None,
    limit: float = 3.5,
    reset: bool = True,
    direction: str = "decrease",
    excluded: Iterable[object] = (),
    freeze: object = None,
) -> Cumulative:
    """Follow rare events case by case, without waiting for a month to fill.

    Parameters
    ----------
    outcomes
        One for each case, in order: 1 or True is an event, 0 or False none, ``None`` missing.
    x
        Cases or dates; 1, 2, 3 ... by default.
    p0
        The usual share of events; by default that of the baseline.
    odds_ratio
        The change to look out for: odds this many times as high (upper sum), or as low (lower sum).
    p1
        Instead: the worse (or higher) share to look out for.
    limit
        A sum that reaches this log likelihood ratio signals. 3.5 is usual; higher means fewer false ones.
    reset
        Start the sum again from nought after each signal.
    direction
        "decrease" where an event is bad (the default), "increase" where it is good, or "neutral".
    excluded, freeze
        As for `cusum`.

    Returns
    -------
    Cumulative
        Upper and lower sums of log likelihood ratios, signals, and the reading.

    Raises
    ------
    SeriesError
        Data or settings that cannot be charted; names the row and says what to do.

    Notes
    -----
    A case adds log(p1/p0) for an event and log((1-p1)/(1-p0)) for none to a sum that never falls below 0.

    References
    ----------
    Reynolds & Stoumbos, Journal of Quality Technology 1999; 31: 87-108. Neuburger et al., BMJ Quality and
    Safety 2017; 26: 919-928.

    Examples
    --------
    >>> found = bernoulli_cusum([0, 1, 0, 1, 1, 1, 1, 1], p0=0.1, limit=3)
    >>> [point.position for point in found.points if point.signals]
    [7]
    """
    odds_ratio, limit = above_zero("odds_ratio", odds_ratio), above_zero("limit", limit)
    p0, p1 = given_number("p0", p0), given_number("p1", p1)
    found = outcomes_of(outcomes)
    track = track_of(found, chart="b", direction=direction, x=x, excluded=excluded, freeze=freeze)
    usual = mean(track.baseline) if p0 is None else p0
    if usual != usual or track.latest < 0:
        settings = {"odds_ratio": odds_ratio, "limit": limit, "reset": reset}
        return without_limits(
            track, centre=usual, plain=message("no_values", least=1), settings=settings, n_used=0
        )
    _require_share(usual, given=p0 is not None)
    ratio = odds_ratio if p1 is None else _odds_ratio(p1, usual)
    track = replace(track, expected=[usual if value == value else nan for value in track.used])
    settings = {"p0": usual, "odds_ratio": ratio, "limit": limit, "reset": reset}
    return assembled(
        track,
        likelihoods(track, ratio=ratio, better=1 / ratio, limits=(limit, limit), reset=reset),
        centre=usual,
        sigma=nan,
        settings=settings,
        n_used=0 if p0 is not None else count(track.baseline),
    )


def _require_share(share: float, *, given: bool) -> None:
    if _RAREST <= share <= 1 - _RAREST:
        return
    if given:
        raise SeriesError(
            f"A usual share of {share:g} leaves nothing to follow.", remedy="Use more than 0, less than 1."
        )
    raise SeriesError(
        f"The baseline has {'no events' if share == 0 else 'only events'}, so the usual share is not known.",
        remedy="Give it as p0, from earlier cases or from others.",
    )


def _odds_ratio(p1: float, p0: float) -> float:
    _require_share(p1, given=True)
    return p1 / (1 - p1) / (p0 / (1 - p0))
