"""What the database itself holds to, whoever writes."""

import pytest
from django.db import IntegrityError, transaction

from tests.build.cast import NOW, Cast
from tests.build.measures import week
from wellrun.measures.models import Annotation, Measure, Observation, PhaseStart


@pytest.mark.parametrize(
    "fields",
    [
        {"value": 3, "period": week(0)},
        {"period": week(50), "numerator": 1, "denominator": 0},
        {"period": week(50), "numerator": -1, "denominator": 2},
    ],
)
def test_impossible_rows_do_not_get_in(measure: Measure, fields: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Observation.objects.create(measure=measure, entered_at=NOW, **fields)


def test_one_phase_in_use_at_a_start(cast: Cast, measure: Measure) -> None:
    told = {"measure": measure, "starts_on": week(3), "reason": "Huddles", "by_id": cast.owner.id, "at": NOW}
    PhaseStart.objects.create(is_withdrawn=True, **told)
    PhaseStart.objects.create(**told)
    with pytest.raises(IntegrityError), transaction.atomic():
        PhaseStart.objects.create(**told)


def test_a_scale_is_above_zero(measure: Measure) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Measure.objects.filter(pk=measure.pk).update(multiply=0)


def test_rows_name_themselves(cast: Cast, measure: Measure) -> None:
    phase = PhaseStart(starts_on=week(0), name="Before huddles")
    flag = Annotation(period=week(0), label="Huddles")
    shown = [str(row) for row in (measure, Observation(measure=measure, period=week(0)), phase, flag)]
    assert shown == [
        "Restraints each week",
        f"{measure.pk} 2025-07-07",
        "Before huddles from 2025-07-07",
        "Huddles (2025-07-07)",
    ]
    assert not measure.is_percent
