"""Measures at a stage: with so many weeks, with a pattern, as percentages."""

from collections.abc import Sequence
from datetime import date, timedelta

from tests.build.cast import NOW, Cast
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure
from wellrun.measures.services import create_measure
from wellrun.measures.values import MeasureDefinition, NewObservation

MONDAY = date(2025, 7, 7)
RESTRAINTS = (
    5, 4, 6, 3, 7, 4, 5, 6, 2, 5, 8, 4, 3, 6, 5, 4, 4, 3, 5, 2, 4, 3, 4, 2, 3, 4, 3, 2, 5, 3, 4,
    2, 1, 2, 3, 1, 2, 2, 1, 2,
)  # fmt: skip
"""Forty weeks on an invented ward; the last nine lie below the average."""


def week(number: int) -> date:
    """The Monday of a week; week 0 is that of 7 July 2025."""
    return MONDAY + timedelta(days=7 * number)


def weekly(values: Sequence[float | None]) -> list[NewObservation]:
    return [NewObservation(period=week(number), value=value) for number, value in enumerate(values)]


def weekly_ratios(pairs: Sequence[tuple[float | None, float | None]]) -> list[NewObservation]:
    return [
        NewObservation(period=week(number), numerator=part, denominator=whole)
        for number, (part, whole) in enumerate(pairs)
    ]


def a_definition(**changes: object) -> MeasureDefinition:
    told: dict[str, object] = {
        "name": "Restraints each week",
        "chart": "c",
        "direction": "decrease",
        "period": "week",
        "target": 2.4,
        "visibility": "organisation",
    }
    return MeasureDefinition(**(told | changes))  # type: ignore[arg-type]


def a_measure(
    cast: Cast, *, by: Actor | None = None, values: Sequence[float | None] = RESTRAINTS, **changes: object
) -> Measure:
    """A weekly count at Riverside, kept by its owner; ``changes`` are parts of the definition."""
    return create_measure(
        actor=by or cast.owner,
        organisation_id=cast.riverside.pk,
        definition=a_definition(**changes),
        observations=weekly(values),
        now=NOW,
    )


def a_percentage(
    cast: Cast, *, pairs: Sequence[tuple[float | None, float | None]] = ((9, 10),) * 12
) -> Measure:
    return create_measure(
        actor=cast.owner,
        organisation_id=cast.riverside.pk,
        definition=a_definition(name="Seen in time", chart="p", direction="increase", target=0.95),
        observations=weekly_ratios(pairs),
        now=NOW,
    )
