"""Series with a known shift, and how often and how soon each rule set signals; seeded, to be repeated."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import exp, inf, sqrt
from random import Random
from statistics import fmean

from wellrun_spc.chart.options import Options, options_of
from wellrun_spc.chart.phase import lines_of, track_of
from wellrun_spc.limits import Lines
from wellrun_spc.phases import Span
from wellrun_spc.results import ChartKind
from wellrun_spc.rules import Finding, RuleSet, Track, judged, rule_set, runs_of, sides_about
from wellrun_spc.series import Series, SeriesError, series_of

KINDS = ("measured", "count", "share")
LONGEST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """A made-up series, and all that is needed to make it again."""

    kind: str
    values: tuple[float, ...]
    """Measured values, counts, or numerators."""
    n: tuple[int, ...] | None
    """Denominators, where the kind is ``share``."""
    mean: float
    sd: float
    shift: float
    """In standard deviations; 0 where nothing changes."""
    shift_at: int | None
    """Position, from 0, of the first point after the shift; ``None`` where nothing changes."""
    seed: int

    def to_dict(self) -> dict[str, object]:
        """Everything as plain values."""
        return {"schema": "wellrun-simulation/1", **asdict(self)}


def series(
    length: int = 24,
    *,
    kind: str = "measured",
    mean: float | None = None,
    sd: float | None = None,
    n: int = 100,
    shift: float = 0.0,
    shift_at: int | None = None,
    seed: int = 1,
) -> Simulated:
    """Make a series of independent points that may shift once.

    Parameters
    ----------
    length
        How many points, up to 100,000.
    kind
        ``measured`` (normal), ``count`` (Poisson), or ``share`` (binomial, of ``n`` cases each).
    mean
        The mean before the shift: 50 measured, 10 counted, or a share of 0.2 where it is not given.
    sd
        Standard deviation of measured values; 5 where it is not given.
    n
        Cases in each point of ``share``.
    shift
        How far the mean moves, in standard deviations of a point.
    shift_at
        Position, from 0, of the first point after the shift; the middle where it is not given.
    seed
        The same seed gives the same series.

    Raises
    ------
    SeriesError
        Where an option cannot be used: it says what to use.

    Examples
    --------
    >>> made = series(6, kind="count", mean=4, seed=3)
    >>> made.values == series(6, kind="count", mean=4, seed=3).values
    True
    """
    level, spread = _level(kind, mean, sd, n)
    _require(
        1 <= length <= LONGEST, f"A series of {length} points cannot be made.", "Use 1 to 100,000 points."
    )
    at = length // 2 if shift_at is None else shift_at
    _require(0 <= at < length, f"The shift cannot start at {at}.", f"Use a position from 0 to {length - 1}.")
    _require(abs(shift) < inf, f"A shift of {shift} cannot be made.", "Use a number, such as 1.5.")
    # Not for secrets: a seed that gives the same series is what is wanted.
    random = Random(seed)  # noqa: S311
    values = [
        _point(random, kind, level + (shift * spread if place >= at else 0), spread, n)
        for place in range(length)
    ]
    return Simulated(
        kind=kind, values=tuple(values), n=(n,) * length if kind == "share" else None, mean=level, sd=spread,
        shift=shift, shift_at=at if shift else None, seed=seed,
    )  # fmt: skip


def _level(kind: str, mean: float | None, sd: float | None, n: int) -> tuple[float, float]:
    """Mean, and standard deviation of one point."""
    _require(kind in KINDS, f"There is no kind “{kind}”.", f"Use one of {', '.join(KINDS)}.")
    level = {"measured": 50.0, "count": 10.0, "share": 0.2}[kind] if mean is None else float(mean)
    _require(abs(level) < inf, f"The mean cannot be {mean}.", "Use a number.")
    if kind == "measured":
        spread = 5.0 if sd is None else float(sd)
        _require(0 <= spread < inf, f"The standard deviation cannot be {sd}.", "Use 0 or more.")
        return level, spread
    _require(sd is None, "Counts and shares have no standard deviation of their own.", "Leave it out.")
    if kind == "count":
        _require(0 <= level <= 500, f"A mean count of {mean} cannot be made.", "Use 0 to 500.")
        return level, sqrt(level)
    _require(0 <= level <= 1, f"A share of {mean} cannot be made.", "Use 0 to 1.")
    _require(1 <= n <= LONGEST, f"{n} cases cannot be made.", "Use 1 to 100,000.")
    return level, sqrt(level * (1 - level) / n)


def _require(holds: bool, problem: str, remedy: str) -> None:
    if not holds:
        raise SeriesError(problem, remedy=remedy)


def _point(random: Random, kind: str, level: float, spread: float, n: int) -> float:
    if kind == "measured":
        return random.gauss(level, spread)
    if kind == "share":
        return float(sum(random.random() < level for _ in range(n)))
    # Knuth's method; a level below 0 counts nothing
    events, product, least = 0, random.random(), exp(-max(level, 0.0))
    while product > least:
        product *= random.random()
        events += 1
    return float(events)


def kind_for(rules: str | RuleSet) -> ChartKind:
    """The chart that a rule set is simulated on: a run chart where it has no rule for limits."""
    return "i" if any(not part.needs_order for part in rule_set(rules).parts) else "run"


def share_with_signal(rules: str | RuleSet, length: int, *, series: int = 2000, seed: int = 1) -> float:
    """The share of stable series with at least one signal, limits set by the series itself.

    Independent normal values. The standard error of a share s is sqrt(s (1 - s) / series).
    """
    options = _options(rules)
    random = Random(seed)  # noqa: S311
    signalled = 0
    for _ in range(series):
        values = [random.gauss(0, 1) for _ in range(length)]
        made = series_of(values, chart=options.chart, x=None, n=None, notes=None, excluded=(), suppressed=())
        signalled += bool(_found(made, options))
    return signalled / series


def _options(rules: str | RuleSet) -> Options:
    return options_of(
        chart=kind_for(rules), rules=rules, direction="neutral", screen=None, bridge=False, multiply=1,
        centre=None, percent=None,
    )  # fmt: skip


def _found(made: Series, options: Options) -> list[Finding]:
    last = len(made.values) - 1
    span = Span(0, last, last, "", "", 0)
    lines: Lines = lines_of(made, made.values, span, options)
    return judged(options.rules, track_of(span, made.values, frozenset(), lines, options), ordered=True)


def points_to_signal(
    rules: str | RuleSet,
    shift: float,
    *,
    before: int = 24,
    series: int = 500,
    seed: int = 1,
    most: int = 1000,
) -> float:
    """The mean number of points from a shift to the first signal.

    Independent normal values, and limits that are known: centre 0, standard error 1. ``before`` points are
    stable; a series that signals among them is made again. A series without a signal after ``most`` points
    counts ``most``.
    """
    chosen = rule_set(rules)
    random = Random(seed)  # noqa: S311
    return fmean(_wait(chosen, random, shift, before, most) for _ in range(series))


def _wait(rules: RuleSet, random: Random, shift: float, before: int, most: int) -> int:
    values = [random.gauss(0, 1) for _ in range(before)]
    while values and judged(rules, _known(rules, values), ordered=True):
        values = [random.gauss(0, 1) for _ in range(before)]
    for waited in range(1, most + 1):
        values.append(random.gauss(shift, 1))
        if judged(rules, _known(rules, values), ordered=True):
            return waited
    return most


def _known(rules: RuleSet, values: list[float]) -> Track:
    """A phase with centre 0 and standard error 1."""
    sides = sides_about(values, 0.0, 0.0)
    return Track(
        positions=range(len(values)), values=values, centre=0.0, sigma=[1.0] * len(values), slack=0.0,
        sides=sides, runs=runs_of(sides, rules.bounds), skip_ties=rules.ties == "skip",
        skip_gaps=rules.gaps == "skip", marked={},
    )  # fmt: skip
