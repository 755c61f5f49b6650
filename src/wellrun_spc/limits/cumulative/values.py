"""What a cumulative chart is once it has been computed: frozen values, and nothing that computes or draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from wellrun_spc.results import Direction, Messages, Reading, Side, X

CumulativeKind: TypeAlias = Literal["cusum", "ewma", "b", "vlad"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CumulativePoint:
    """One period or case. Sums are ``None`` where the chart has none of that sort, or nothing to judge by."""

    position: int
    x: X
    value: float | None
    """The value, or the outcome of a case (1 is an event); ``None`` where missing."""
    expected: float | None
    """Probability of an event in this case, from its own risk (vlad), or the same for all (b)."""
    excluded: bool
    high: float | None
    """The upper sum, 0 or more: in sigma (cusum), or a log likelihood ratio (b, vlad)."""
    low: float | None
    """The lower sum, 0 or less."""
    average: float | None
    """The exponentially weighted average (ewma), in the units of the values."""
    total: float | None
    """Expected minus observed events so far (vlad)."""
    lcl: float | None
    ucl: float | None
    """Limits of what is judged here: the sums, or the average."""
    signals: tuple[str, ...]
    """The name of the chart, where this point is beyond a limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CumulativeSignal:
    """A sum or average beyond its limit, and the sentence that says so."""

    rule: CumulativeKind
    side: Side
    positions: tuple[int, ...]
    """0-based positions of the points beyond the limit."""
    since: int
    """Position at which the change most likely began: the first after the sum was last at nought."""
    sentence: str
    plain: str
    messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``sentence`` and ``plain``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CumulativeResult:
    """A computed cumulative chart: series, sums, limits, signals and reading in one value."""

    chart: CumulativeKind
    direction: Direction
    period: str
    """Kind of period read off x: day, week, month, quarter, year, point, or case."""
    centre: float | None
    """What the values are compared with; the baseline share of events on a b chart."""
    sigma: float | None
    settings: Mapping[str, float | bool]
    """What the chart was set to: k, h and headstart; lam and width; odds ratios, limits and reset."""
    n_used: int
    """How many points set the centre and sigma; 0 where both were given."""
    points: tuple[CumulativePoint, ...]
    signals: tuple[CumulativeSignal, ...]
    reading: Reading
    notices: tuple[str, ...] = ()
    notice_messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``notices``."""
