"""The numbers of one measure, and the chart that they make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

import wellrun_spc as spc
from wellrun.measures.models import Annotation, Measure, Observation, PhaseStart
from wellrun.measures.values.periods import next_period, snapped


class Charted(Protocol):
    """What a chart needs to know of one number."""

    @property
    def period(self) -> date: ...
    @property
    def value(self) -> float | None: ...
    @property
    def numerator(self) -> float | None: ...
    @property
    def denominator(self) -> float | None: ...
    @property
    def is_excluded(self) -> bool: ...
    @property
    def is_suppressed(self) -> bool: ...
    @property
    def note(self) -> str: ...


class NumberRow(NamedTuple):
    """One number as a chart alone reads it: a tenth of the time of a row with all its powers."""

    period: date
    value: float | None
    numerator: float | None
    denominator: float | None
    is_excluded: bool
    is_suppressed: bool
    note: str


def numbers_of(measure: Measure) -> list[NumberRow]:
    """The measure's numbers for everybody, in order of time, for reading alone."""
    rows = Observation.objects.filter(measure_id=measure.pk, stratum="").order_by("period")
    return [NumberRow._make(row) for row in rows.values_list(*NumberRow._fields)]


def numbers_in(measure: Measure, first: date, last: date) -> list[NumberRow]:
    """The numbers of the periods that these days fall in, in order of time."""
    begins = snapped(first, measure.period, measure.last_period)
    rows = Observation.objects.filter(measure_id=measure.pk, stratum="", period__range=(begins, last))
    return [NumberRow._make(row) for row in rows.order_by("period").values_list(*NumberRow._fields)]


def numbers_before(measure: Measure, first: date, *, last: int) -> list[NumberRow]:
    """The latest numbers before the period that this day falls in, in order of time."""
    begins = snapped(first, measure.period, measure.last_period)
    rows = Observation.objects.filter(measure_id=measure.pk, stratum="", period__lt=begins)
    found = list(rows.order_by("-period").values_list(*NumberRow._fields)[:last])
    return [NumberRow._make(row) for row in reversed(found)]


def observations_of(measure: Measure, *, last: int | None = None) -> list[Observation]:
    """The measure's numbers for everybody, in order of time; with ``last`` only the latest of them."""
    rows = Observation.objects.filter(measure_id=measure.pk, stratum="").order_by("-period")
    return list(reversed(rows if last is None else rows[:last]))


def phases_of(measure: Measure) -> list[PhaseStart]:
    """The phases in use, in order of time, with the person who started each."""
    rows = PhaseStart.objects.filter(measure_id=measure.pk, is_withdrawn=False)
    return list(rows.select_related("by").order_by("starts_on", "pk"))


def annotations_of(measure: Measure) -> list[Annotation]:
    """The flags on the chart, in order of time."""
    rows = Annotation.objects.filter(measure_id=measure.pk, is_withdrawn=False)
    return list(rows.select_related("by").order_by("period", "pk"))


def next_period_of(measure: Measure, *, today: date) -> date:
    """The period whose number is to be added next: the one after the latest, or the one that today is in."""
    if measure.last_period is None:
        return snapped(today, measure.period, None)
    return next_period(measure.last_period, measure.period)


def chart_of(
    measure: Measure,
    *,
    observations: Sequence[Charted] | None = None,
    phases: Sequence[PhaseStart] | None = None,
) -> spc.Chart | None:
    """The measure's chart, computed now; ``None`` before there is a number.

    Give ``observations`` and ``phases`` where they are at hand, and nothing is read again.
    """
    rows: Sequence[Charted] = numbers_of(measure) if observations is None else observations
    if not rows:
        return None
    starts = phases_of(measure) if phases is None else phases
    return _charted(measure, rows, _placed([row.period for row in rows], starts))


def chart_from_its_start(
    measure: Measure, observations: Sequence[Charted], phases: Sequence[PhaseStart]
) -> spc.Chart | None:
    """The chart with the limits of its first phase alone, as if they had never been redrawn.

    ``None`` where they never were, or where the first phase has too few numbers to set limits.
    """
    later = [sum(row.period < start.starts_on for row in observations) for start in phases]
    first = min((at for at in later if 0 < at < len(observations)), default=0)
    return _charted(measure, observations, [spc.PhaseStart(0, baseline=first)]) if first > 1 else None


def _charted(measure: Measure, rows: Sequence[Charted], phases: Sequence[spc.PhaseStart]) -> spc.Chart:
    return spc.chart(
        [row.numerator if measure.is_ratio else row.value for row in rows],
        n=[row.denominator for row in rows] if measure.is_ratio else None,
        chart=measure.chart,
        x=[row.period for row in rows],
        notes=[row.note for row in rows],
        excluded=[row.is_excluded for row in rows],
        suppressed=[row.is_suppressed for row in rows],
        phases=phases,
        target=measure.target,
        direction=measure.direction,
        rules=measure.rules,
        multiply=measure.multiply,
    )


def _placed(periods: list[date], starts: Sequence[PhaseStart]) -> list[spc.PhaseStart]:
    """Phases by position. A start whose own number was taken out begins at the next one; of two that then
    begin together the later holds."""
    placed: dict[int, spc.PhaseStart] = {}
    for start in starts:
        at = sum(period < start.starts_on for period in periods)
        if at < len(periods):
            placed[at] = spc.PhaseStart(
                at,
                name=start.name,
                reason=start.reason,
                baseline=_baseline(periods, at, start.baseline_until),
            )
    return list(placed.values())


def _baseline(periods: list[date], at: int, until: date | None) -> int | None:
    """How many points set the limits; ``None`` where all do. One point sets none, so it freezes nothing."""
    if until is None:
        return None
    count = sum(period <= until for period in periods[at:])
    return count if count > 1 else None
