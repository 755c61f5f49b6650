"""The front doors for values in time: tabular CUSUM and EWMA."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wellrun_spc.cumulative.assemble import assembled, without_limits
from wellrun_spc.cumulative.result import Cumulative
from wellrun_spc.cumulative.track import Track, above_zero, given_number, track_of
from wellrun_spc.cumulative.words import message
from wellrun_spc.limits import EXACT, individual_lines
from wellrun_spc.limits.cumulative import average_run_length, cusum_sides, ewma_averages
from wellrun_spc.limits.cumulative.columns import columns_of_averages, columns_of_sums
from wellrun_spc.messages import Message
from wellrun_spc.series import LARGEST, SeriesError, number
from wellrun_spc.wording import format_value

_TRIAL = 12
_FARTHEST = 1e100
"""In sigma: sums and squares of such scores are still numbers."""


def cusum(
    values: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    centre: float | None = None,
    sigma: float | None = None,
    k: float = 0.5,
    h: float = 5.0,
    headstart: float = 0.0,
    direction: str = "neutral",
    excluded: Iterable[object] = (),
    freeze: object = None,
) -> Cumulative:
    """Add up small differences from a target, so that a small change that lasts is seen soon.

    Parameters
    ----------
    values
        One number for each period; ``None`` where missing. What is missing or left out adds nothing.
    x
        Periods: dates, numbers in order, or labels; 1, 2, 3 ... by default.
    centre
        The target or known mean; by default the mean of the baseline.
    sigma
        The known standard deviation of single values; by default mean moving range / d2 of the baseline.
    k
        Allowance in sigma: half the change that matters.
    h
        Decision limit in sigma: 4 or 5.
    headstart
        Where both sums start, in sigma (fast initial response: h / 2), to see a change at the start.
    direction
        Which way is better: "increase", "decrease" or "neutral".
    excluded
        Points left out: positions from 0, periods, or one True or False for each.
    freeze
        Baseline: a number of points, or the last period of it.

    Returns
    -------
    Cumulative
        Upper and lower sums in sigma, signals with the point at which the change most likely began, and the
        reading.

    Raises
    ------
    SeriesError
        Data or settings that cannot be charted; names the row and says what to do.

    Notes
    -----
    C+ = max(0, C+ + (x - centre)/sigma - k), C- in mirror image; a signal is a sum above h. Sums go on
    after a signal.

    References
    ----------
    Page, Biometrika 1954; 41: 100-115. Montgomery, Introduction to Statistical Quality Control, 7th ed.,
    section 9.1.

    Examples
    --------
    >>> found = cusum([10, 9, 10, 11, 12, 13, 12, 13], centre=10, sigma=1, h=4)
    >>> [point.high for point in found.points]
    [0.0, 0.0, 0.0, 0.5, 2.0, 4.5, 6.0, 8.5]
    """
    k, h = above_zero("k", k), above_zero("h", h)
    headstart = number(headstart, "headstart")
    settings = {"k": k, "h": h, "headstart": headstart}
    if not 0 <= headstart <= h:
        raise SeriesError(
            f"A head start of {headstart:g} is outside the limit.", remedy="Use 0 to h; h / 2 is usual."
        )
    track = track_of(values, chart="cusum", direction=direction, x=x, excluded=excluded, freeze=freeze)
    basis = Basis(track, centre, sigma)
    if basis.missing is not None:
        return basis.unjudged(basis.missing, settings)
    scores = basis.scores()
    high, low = cusum_sides(scores, k=k, h=h, headstart=headstart)
    alarms = message("notice.alarms", count=format_value(average_run_length(k, h), decimals=0))
    return assembled(
        track,
        columns_of_sums(high, low, limits=(h, h)),
        centre=basis.centre,
        sigma=basis.sigma,
        settings=settings,
        n_used=basis.n_used,
        notices=[*basis.notices, alarms],
    )


def ewma(
    values: Iterable[object],
    *,
    x: Iterable[object] | None = None,
    centre: float | None = None,
    sigma: float | None = None,
    lam: float = 0.2,
    width: float = 3.0,
    direction: str = "neutral",
    excluded: Iterable[object] = (),
    freeze: object = None,
) -> Cumulative:
    """Smooth values with an average that forgets slowly, with limits that are exact from the first point on.

    Parameters
    ----------
    values, x, centre, sigma, direction, excluded, freeze
        As for `cusum`.
    lam
        Weight of the newest value, more than 0 up to 1: 0.05 to 0.25 sees small changes.
    width
        Width of the limits in standard errors, often called L: 2.6 to 3.

    Returns
    -------
    Cumulative
        The average with its limits, in the units of the values; signals and the reading.

    Raises
    ------
    SeriesError
        Data or settings that cannot be charted; names the row and says what to do.

    Notes
    -----
    z = lam x + (1 - lam) z, from z = centre; limits are centre -+ width sigma sqrt(lam / (2 - lam)
    (1 - (1 - lam)^2i)) for the i-th value that is there.

    References
    ----------
    Roberts, Technometrics 1959; 1: 239-250. Montgomery, Introduction to Statistical Quality Control, 7th ed.,
    section 9.2.

    Examples
    --------
    >>> found = ewma([10, 9, 10, 11, 12, 13, 12, 13], centre=10, sigma=1, width=2.7)
    >>> [point.position for point in found.points if point.signals]
    [5, 6, 7]
    """
    lam, width = above_zero("lam", lam), above_zero("width", width)
    settings = {"lam": lam, "width": width}
    if lam > 1:
        raise SeriesError(
            f"lam is {lam:g}.", remedy="The weight of the newest value is more than 0, and 1 at most."
        )
    track = track_of(values, chart="ewma", direction=direction, x=x, excluded=excluded, freeze=freeze)
    basis = Basis(track, centre, sigma)
    if basis.missing is not None:
        return basis.unjudged(basis.missing, settings)
    basis.scores()
    averages = ewma_averages(track.used, centre=basis.centre, sigma=basis.sigma, lam=lam, width=width)
    return assembled(
        track,
        columns_of_averages(averages),
        centre=basis.centre,
        sigma=basis.sigma,
        settings=settings,
        n_used=basis.n_used,
        notices=basis.notices,
    )


class Basis:
    """Centre and spread: as given, or from the baseline; and why there are none."""

    def __init__(self, track: Track, centre: float | None, sigma: float | None) -> None:
        centre = given_number("centre", centre)
        if sigma is not None:
            sigma = above_zero("sigma", sigma, least=1 / LARGEST, most=LARGEST)
        lines = individual_lines(track.baseline, 1, factors=EXACT, screen=False, bridge=False, centre=centre)
        self.track = track
        self.centre = lines.centre
        self.sigma = lines.sigma[0] if sigma is None else sigma
        self.n_used = 0 if centre is not None and sigma is not None else lines.n_used

    @property
    def missing(self) -> Message | None:
        """Why nothing can be judged; ``None`` where all is there."""
        if self.track.latest < 0 or self.centre != self.centre or self.sigma != self.sigma:
            return message("no_values", least=2)
        return None if self.sigma > 0 else message("no_spread")

    def scores(self) -> list[float]:
        """How far each value is from the centre, in sigma; raises `SeriesError` where that is no number."""
        found = [(value - self.centre) / self.sigma for value in self.track.used]
        for row, score in enumerate(found, 1):
            if abs(score) > _FARTHEST or abs(self.centre) > LARGEST:
                raise SeriesError(
                    "The value is too far from the centre to add up.",
                    remedy="Check it, the centre and sigma, and their units.",
                    row=row,
                    x=self.track.x[row - 1],
                )
        return found

    @property
    def notices(self) -> list[Message]:
        """Whether the baseline is short."""
        return [message("notice.trial", count=self.n_used)] if 0 < self.n_used < _TRIAL else []

    def unjudged(self, missing: Message, settings: Mapping[str, float | bool]) -> Cumulative:
        """The chart without limits."""
        return without_limits(
            self.track, centre=self.centre, plain=missing, settings=settings, n_used=self.n_used
        )
