"""What a person's measures want from them today, and what gets better elsewhere: stored readings alone."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from wellrun.core.actor import Actor
from wellrun.measures.models import Measure
from wellrun.measures.queries.lists import MeasureRow, rows_of, visible_to

NEWS = timedelta(days=365)
_LOOK = ("concerning", "special_high", "special_low")


def kept_by(actor: Actor) -> QuerySet[Measure]:
    """The measures that the person keeps."""
    return Measure.objects.filter(kept_by_id=actor.person_id, is_removed=False, is_archived=False)


def wanting_me(actor: Actor, *, today: date, most: int) -> list[MeasureRow]:
    """Measures the person keeps that need a look, concerning ones first, then those whose number is due."""
    if actor.person_id is None:
        return []
    order = Case(
        When(variation="concerning", then=Value(0)),
        When(variation__in=_LOOK, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    wanting = kept_by(actor).filter(Q(variation__in=_LOOK) | _is_due(today))
    return rows_of(wanting.order_by(order, "-last_period", "name", "pk"), most)


def wanting_me_count(actor: Actor, *, today: date) -> int:
    if actor.person_id is None:
        return 0
    return kept_by(actor).filter(Q(variation__in=_LOOK) | _is_due(today)).count()


def needs_a_look(row: MeasureRow) -> bool:
    return row.variation in _LOOK


def improving_elsewhere(actor: Actor, *, today: date, most: int) -> list[MeasureRow]:
    """Measures that others keep and shared, the newest numbers first. What is over a year old is no news."""
    better = visible_to(actor).filter(variation="improving", is_invented=False)
    better = better.filter(last_period__gte=today - NEWS)
    return rows_of(better.exclude(kept_by_id=actor.person_id).order_by("-last_period", "-pk"), most)


def stories_for(actor: Actor, *, most: int) -> list[MeasureRow]:
    """Invented measures that show what a chart tells: outcomes first, then how the work is done."""
    order = Case(
        When(kind="outcome", then=Value(0)),
        When(kind="process", then=Value(1)),
        When(kind="balancing", then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    return rows_of(visible_to(actor).filter(is_invented=True).order_by(order, "pk"), most)


def _is_due(today: date) -> Q:
    """The number of the period after the last one could be there: that period has ended.

    After some periods without a number nobody is asked any more: the measure seems to have come to its end.
    """
    month = today.replace(day=1)
    bounds = {
        "day": (today - timedelta(days=14), today - timedelta(days=2)),
        "week": (today - timedelta(weeks=10), today - timedelta(weeks=2)),
        "month": (_months_before(month, 8), _months_before(month, 1) - timedelta(days=1)),
        "quarter": (_months_before(month, 18), _months_before(_quarter(month), 3) - timedelta(days=1)),
        "year": (_months_before(month, 48), date(today.year - 1, 1, 1) - timedelta(days=1)),
    }
    due = Q()
    for period, (earliest, latest) in bounds.items():
        due |= Q(period=period, last_period__gte=earliest, last_period__lte=latest)
    return due


def _quarter(month: date) -> date:
    return month.replace(month=(month.month - 1) // 3 * 3 + 1)


def _months_before(month: date, count: int) -> date:
    """The first day of an earlier month."""
    year, index = divmod(month.year * 12 + month.month - 1 - count, 12)
    return date(year, index + 1, 1)
