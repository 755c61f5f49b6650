"""What a chart is once it has been computed: frozen values, and nothing that computes or draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from wellrun_spc.series.axis import X as X

ChartKind: TypeAlias = Literal[
    "run", "i", "mr", "p", "u", "c", "i_prime", "xbar", "s", "np", "p_prime", "u_prime", "g", "t"
]
Direction: TypeAlias = Literal["increase", "decrease", "neutral"]
Side: TypeAlias = Literal["high", "low"]
Variation: TypeAlias = Literal[
    "improving", "concerning", "special_high", "special_low", "common_cause", "not_assessed"
]
Assurance: TypeAlias = Literal[
    "consistently_meets", "consistently_misses", "hit_and_miss", "no_target", "not_assessed"
]
Messages: TypeAlias = tuple[tuple[str, dict[str, object]], ...]
"""Message ids with arguments, from which sentences are made: `wellrun_spc.render` says them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A pattern that is unlikely to be chance, and the sentence that says so.

    ``positions`` are the 0-based positions of the points it rests on. ``located`` is false for a signal about
    a whole phase (too few crossings): no single point is to be coloured for it.
    """

    rule: str
    """The part of the rule set that fired: outside, shift, trend, two_of_three, longest_run, crossings."""
    phase: int
    positions: tuple[int, ...]
    side: Side
    sentence: str
    plain: str
    located: bool = True
    clear: bool = True
    """Whether ``side`` may be called good or bad news.

    Not so for too few crossings where the last run and the later half of the points disagree: the numbers
    changed, and where to is not clear.
    """
    messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``sentence`` and ``plain``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Runs:
    """The runs analysis of one phase (Anhøj & Olesen 2014); counts of useful points.

    Useful points are neither missing, nor left out, nor exactly on the centre line. The bounds are ``None``
    where there is no useful point.
    """

    useful: int
    longest: int
    longest_max: int | None
    crossings: int
    crossings_min: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A stretch of the chart with its own centre and limits: ``start`` to ``end``, both included."""

    index: int
    start: int
    end: int
    baseline_end: int
    """Last position that sets the limits; before ``end`` where the limits are frozen."""
    name: str
    reason: str
    n_used: int
    """How many points set the limits."""
    centre: float | None
    """The centre line, where it is the same at every point of the phase; otherwise ``None``."""
    sigma: float | None
    """The standard error, where it is the same at every point of the phase; otherwise ``None``."""
    lcl: float | None
    ucl: float | None
    """Limits, where they are the same at every point of the phase; otherwise ``None``."""
    mean_range: float | None
    """Average moving range that the limits rest on (after screening); ``None`` for charts without one."""
    frozen: bool
    trial: bool
    """Limits set by fewer than 12 points."""
    runs: Runs
    middle: float | None = None
    """The line that runs are judged about, where it is not the centre: the median on g charts."""
    sigma_z: float | None = None
    """How many times more the points differ than the formula of a p or u chart says: on p' and u' charts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One period of a chart. Limits are as drawn: clipped to what is possible, and flagged if so."""

    position: int
    x: X
    value: float | None
    """As plotted: a proportion (0 to 1), a rate, a count; times ``multiply``. ``None`` where missing."""
    numerator: float | None
    denominator: float | None
    """On charts of subgroups: how many values the point rests on."""
    centre: float | None
    lcl: float | None
    ucl: float | None
    sigma: float | None
    """Standard error at the point; on t charts that of value ** (1 / 3.6), on which the limits rest."""
    target: float | None
    phase: int
    excluded: bool
    suppressed: bool
    used: bool
    """Whether the point helped to set the limits."""
    lcl_clipped: bool
    ucl_clipped: bool
    note: str
    signals: tuple[str, ...]
    """The rules that fired on this point, in the rule set's own order.

    Too few crossings is about a whole phase: each useful point of it names them, and none is coloured.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The chart's verdict in words.

    Deterministic: each sentence is a message id with arguments, so it can be translated.
    """

    variation: Variation
    assurance: Assurance
    side: Side | None
    """Which side of the centre the signal at the latest point lies on."""
    since: X | None
    """Period of the first point of the signal that holds at the latest point."""
    mixed: bool
    """The latest point is both good and bad news; ``variation`` then follows the rule set's stated policy."""
    sentence: str
    """In the field's words."""
    plain: str
    """In everyday words, for the same facts."""
    word: str
    """One plain word for the heading: Improving, Concerning, Changed, Steady, Too early to tell."""
    assurance_word: str
    assurance_plain: str
    reason: str
    """The rule set and the points the verdict rests on."""
    messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``sentence``, ``plain`` and ``assurance_plain``, in that order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A computed chart: series, phases, limits, signals and reading in one value.

    Nothing downstream does arithmetic.
    """

    chart: ChartKind
    rules: str
    """Name and version of the rule set, for example ``anhoej/1``."""
    direction: Direction
    target: float | None
    """One target for the whole chart; ``None`` where there is none, and where it moves (see the points)."""
    multiply: float
    screened: bool
    percent: bool
    """Values are proportions to be shown as percentages."""
    period: str
    """Kind of period read off x: day, week, month, quarter, year, or point."""
    points: tuple[Point, ...]
    phases: tuple[Phase, ...]
    signals: tuple[Signal, ...]
    reading: Reading
    notices: tuple[str, ...] = ()
    """What a reader should know: trial limits, ranges screened out, no limits and why."""
    notice_messages: Messages = field(default=(), hash=False)
    """Ids and arguments behind ``notices``."""

    @property
    def runs(self) -> Runs:
        """The runs analysis of the latest phase."""
        return self.phases[-1].runs
