"""Which period a typed day means, and the row that holds its numbers."""

from __future__ import annotations

from datetime import date

from wellrun.core.decision import Refused
from wellrun.measures import policies
from wellrun.measures.models import Measure, Observation
from wellrun.measures.services.writing import require_none
from wellrun.measures.values.periods import snapped


def period_meant(measure: Measure, day: date, *, today: date, refusal: type[Refused]) -> date:
    """The period of a typed day; raises the refusal where that is too long ago or has not begun."""
    require_none(policies.problem_with_year(day), refusal)
    period = period_with(measure, day)
    require_none(policies.problem_with_future(period, today), refusal)
    return period


def period_with(measure: Measure, day: date) -> date:
    """The period that a day belongs to: one that has a number on that day or in that month, or a new one."""
    if observation_at(measure, day) is not None:
        return day
    twin = _in_the_same_month(measure, day) if measure.period == "month" else None
    return twin.period if twin else snapped(day, measure.period, measure.last_period)


def _in_the_same_month(measure: Measure, day: date) -> Observation | None:
    """Months may be dated by different days, as spreadsheets often have them; each is one period."""
    rows = Observation.objects.filter(
        measure=measure, stratum="", period__year=day.year, period__month=day.month
    )
    return rows.order_by("period").first()


def observation_at(measure: Measure, period: date) -> Observation | None:
    return Observation.objects.filter(measure=measure, stratum="", period=period).first()
