"""What every cumulative chart is built from: a checked series and its baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import nan

from wellrun_spc.limits.cumulative.values import CumulativeKind
from wellrun_spc.phases import spans_of
from wellrun_spc.results import Direction, X
from wellrun_spc.series import Series, SeriesError, series_of
from wellrun_spc.series.numbers import number, numbers
from wellrun_spc.wording import period_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """Columns of a chart, one entry for each point; NaN where there is none."""

    chart: CumulativeKind
    direction: Direction
    period: str
    x: Sequence[X]
    values: Sequence[float]
    """As given; those that do not count are NaN in ``used``."""
    used: Sequence[float]
    excluded: frozenset[int]
    expected: Sequence[float]
    baseline: Sequence[float]
    """The values that may set centre and spread."""

    @property
    def latest(self) -> int:
        """Position of the latest point that counts; -1 where none does."""
        return max((place for place, value in enumerate(self.used) if value == value), default=-1)


def track_of(
    values: Iterable[object],
    *,
    chart: CumulativeKind,
    direction: str,
    x: Iterable[object] | None,
    excluded: Iterable[object],
    freeze: object,
    expected: Sequence[float] | None = None,
) -> Track:
    """The checked series; raises `SeriesError`."""
    if direction not in ("increase", "decrease", "neutral"):
        raise SeriesError(
            f"There is no direction called {direction}.", remedy="Use increase, decrease or neutral."
        )
    series = series_of(values, chart="i", x=x, n=None, notes=None, excluded=excluded, suppressed=())
    used = [nan if place in series.excluded else value for place, value in enumerate(series.values)]
    last = spans_of(series.x, (), freeze)[0].baseline_end
    return Track(
        chart=chart,
        direction=direction,  # type: ignore[arg-type]
        period=_period(chart, series),
        x=series.x,
        values=series.values,
        used=used,
        excluded=series.excluded,
        expected=[nan] * len(used) if expected is None else expected,
        baseline=[
            value for place, value in enumerate(series.values[: last + 1]) if place not in series.excluded
        ],
    )


def _period(chart: CumulativeKind, series: Series) -> str:
    period = period_of(series.x)
    return "case" if chart in ("b", "vlad") and period == "point" else period


def outcomes_of(outcomes: Iterable[object]) -> list[float]:
    """Each case's outcome: 1 or True is an event, 0 or False none, ``None`` missing; raises `SeriesError`."""
    found = numbers(outcomes, "outcome")
    for row, outcome in enumerate(found, 1):
        if outcome == outcome and outcome not in (0, 1):
            raise SeriesError(
                f"The outcome {outcome:g} is neither 0 nor 1.",
                remedy="Write 1 where the event happened and 0 where it did not, one for each case.",
                row=row,
            )
    return found


def above_zero(name: str, given: object, *, least: float = 1e-6, most: float = 1e6) -> float:
    """A setting that means nothing at nought or below, or far beyond what anybody uses."""
    value = number(given, name)
    if not value > 0:
        raise SeriesError(f"{name} is {value:g}.", remedy="Give a number above 0.")
    if not least <= value <= most:
        raise SeriesError(f"{name} is {value:g}.", remedy=f"Give a number from {least:g} to {most:g}.")
    return value


def given_number(name: str, given: object) -> float | None:
    """A setting that is a number, where it is given."""
    value = None if given is None else number(given, name)
    if value is not None and value != value:
        raise SeriesError(f"{name} is {value:g}.", remedy="Give a number, or leave it out.")
    return value
