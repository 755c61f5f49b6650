"""Which chart suits the data, and why, for somebody who makes a first one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from statistics import fmean
from types import MappingProxyType

from wellrun_spc.limits.factors import D2
from wellrun_spc.messages import Message, render, sentences
from wellrun_spc.series import SeriesError, numbers, require_same_length

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "measured": "i",
        "subgroups": "xbar",
        "measured-unequal": "i_prime",
        "count": "c",
        "rate": "u",
        "share": "p",
        "cases-between": "g",
        "time-between": "t",
    }
)
"""Kinds of data, and the chart for each."""

ENOUGH = 12
"""Points below which limits have not settled."""
WIDE = 1.5
"""Points that differ so many times more than the formula says are too spread out for it."""
LARGE = 500
"""From so many cases a point on, the spread that a p or u chart allows is often too small."""

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "recommend.run": "Use a run chart. It needs no limits, so a few points are enough.",
        "recommend.i": "Use an individuals chart (XmR). You have one measured value for each period.",
        "recommend.xbar": (
            "Use an X-bar chart, with an S chart below it. You have several values in each period: one chart "
            "shows their average, the other how far they lie apart."
        ),
        "recommend.i_prime": (
            "Use an I-prime chart. You have one measured value for each period, and some rest on more cases."
        ),
        "recommend.c": "Use a c chart. You count events, and there is the same chance for them each period.",
        "recommend.u": "Use a u chart. You count events, and there is more chance for them in some periods.",
        "recommend.p": "Use a p chart. Each case is one of two kinds, and you know how many cases there are.",
        "recommend.p_prime": (
            "Use a p-prime chart. You have a share of many cases. It differs more than a p chart allows for."
        ),
        "recommend.u_prime": (
            "Use a u-prime chart. You have a rate with a lot behind it, and it differs more than a u chart "
            "allows for."
        ),
        "recommend.g": (
            "Use a g chart. The event is rare, so count the cases from one to the next: a long gap is good "
            "news where the event is a harm."
        ),
        "recommend.t": (
            "Use a t chart. The event is rare, so chart the time from one to the next: a long gap is good "
            "news where the event is a harm."
        ),
        "recommend.zeros": (
            "Use a t chart, or a g chart. Most of your counts are 0. Chart the time, or the cases, from one "
            "event to the next."
        ),
        "recommend.few": "You have {count} numbers so far. From 12 on, use the chart with limits: {later}.",
        "recommend.spread": "They are counts, but they differ more than a c chart allows for.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A chart, and why."""

    chart: str
    """What to pass as ``chart``."""
    later: str
    """The chart once there are enough points; the same where there are."""
    reason: str
    messages: tuple[Message, ...]

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values."""
        return asdict(self)


def recommend(
    values: Iterable[object] | None = None,
    *,
    kind: str | None = None,
    n: Iterable[object] | None = None,
    points: int | None = None,
) -> Recommendation:
    """Name the chart for some data, and say why in everyday words.

    Parameters
    ----------
    values
        The numbers, if there are some: values, counts, or numerators.
    kind
        What they are, where it is known: a name in `KINDS`. Otherwise the numbers tell.
    n
        Denominators that belong to the values.
    points
        How many points there are or will be, where there are no numbers yet.

    Raises
    ------
    SeriesError
        Where the kind is not known, or there are neither numbers nor a kind.

    Notes
    -----
    Whole numbers without denominators are counts. Counts with denominators are a share where none is above
    its denominator, otherwise a rate. Counts of which more than half are 0 are rare events. The spread is
    judged by moving ranges of (value - centre) / standard error over d2: above 1.5 it is too wide for a c
    chart, and with 500 cases a point or more for a p or u chart (Laney 2002; Provost & Murray 2011).

    Examples
    --------
    >>> recommend(kind="share", points=8).chart, recommend(kind="share", points=24).chart
    ('run', 'p')
    """
    if kind is not None and kind not in KINDS:
        raise SeriesError(f"There is no kind of data “{kind}”.", remedy=f"Use one of {', '.join(KINDS)}.")
    if values is None and kind is None:
        raise SeriesError(
            "There is nothing to go by.", remedy=f"Give the numbers, or their kind: {', '.join(KINDS)}."
        )
    if values is None:
        return _recommended(KINDS[str(kind)], [], ENOUGH if points is None else points)
    given, wholes = _pairs(values, n)
    later, more = (KINDS[kind], []) if kind else _told_from(given, wholes)
    later = _widened(later, given, wholes)
    return _recommended(later, more, len(given) if points is None else points)


def _pairs(values: Iterable[object], n: Iterable[object] | None) -> tuple[list[float], list[float] | None]:
    """The numbers that are known, with their denominators."""
    given = numbers(values, "value")
    if n is None:
        return [value for value in given if value == value], None
    wholes = numbers(n, "denominator")
    require_same_length(len(given), len(wholes), "denominator")
    known = [pair for pair in zip(given, wholes, strict=True) if pair[0] == pair[0] and pair[1] > 0]
    return [value for value, _ in known], [whole for _, whole in known]


def _told_from(values: Sequence[float], wholes: Sequence[float] | None) -> tuple[str, list[Message]]:
    """The chart that the numbers themselves suggest, and what to say besides."""
    are_counts = bool(values) and all(value >= 0 and value == int(value) for value in values)
    if wholes is not None:
        if not are_counts:
            return "i_prime", []
        return ("p" if all(map(float.__le__, values, wholes)) else "u"), []
    if not are_counts:
        return "i", []
    if sum([value == 0 for value in values]) * 2 > len(values):
        return "t", [("recommend.zeros", {})]
    centre = fmean(values)
    if _spread([(value - centre) / centre**0.5 for value in values]) > WIDE:
        return "i", [("recommend.spread", {})]
    return "c", []


def _widened(chart: str, values: Sequence[float], wholes: Sequence[float] | None) -> str:
    """p and u charts with many cases and too wide a spread, as Laney's charts."""
    if chart not in ("p", "u") or not wholes or fmean(wholes) < LARGE:
        return chart
    centre = sum(values) / sum(wholes)
    unit = centre * (1 - centre) if chart == "p" else centre
    errors = [(unit / whole) ** 0.5 if unit > 0 else 0.0 for whole in wholes]
    if not all(errors):  # nothing varies, or by less than a number can say
        return chart
    scores = [
        (value / whole - centre) / error for value, whole, error in zip(values, wholes, errors, strict=True)
    ]
    return f"{chart}_prime" if _spread(scores) > WIDE else chart


def _spread(scores: Sequence[float]) -> float:
    """The standard deviation that moving ranges show."""
    ranges = [abs(later - earlier) for earlier, later in pairwise(scores)]
    return fmean(ranges) / D2 if ranges else 0.0


def _recommended(later: str, more: list[Message], count: int) -> Recommendation:
    reasons: list[Message]
    if count < ENOUGH:
        chart = "run"
        name = later.replace("_prime", "-prime").replace("xbar", "X-bar")
        reasons = [("recommend.run", {}), ("recommend.few", {"count": count, "later": name})]
    else:
        chart = later
        reasons = more if more and more[0][0] == "recommend.zeros" else [(f"recommend.{later}", {}), *more]
    told = sentences(reasons)
    return Recommendation(chart=chart, later=later, reason=render(told, ENGLISH), messages=(told,))
