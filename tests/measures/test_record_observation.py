"""Adding and correcting a number."""

from datetime import date, datetime, timedelta

import pytest

from tests.build.cast import NOW, Cast
from tests.build.measures import a_definition, a_measure, a_percentage, week
from wellrun.core.decision import NotAllowed
from wellrun.core.models import AuditRecord
from wellrun.measures import queries
from wellrun.measures.models import Measure, Observation
from wellrun.measures.services import (
    MeasureRefused,
    ObservationRefused,
    create_measure,
    record_observation,
    remove_observation,
)
from wellrun.measures.values import Change, NewObservation

NEXT = week(40)  # Monday 13 April 2026; NOW is the Tuesday


def added(
    cast: Cast, measure: Measure, *, period: date = NEXT, now: datetime = NOW, **numbers: object
) -> Change:
    told = {"actor": cast.member, "value": 3.0} | numbers
    return record_observation(measure=measure, period=period, now=now, **told)  # type: ignore[arg-type]


def stored(measure: Measure, period: date = NEXT) -> Observation:
    return Observation.objects.get(measure=measure, period=period)


def test_a_number_is_saved_with_who_when_and_what_was_different(cast: Cast, measure: Measure) -> None:
    change = added(cast, measure, note="  Ward full, 18 of 18 beds ")
    row = stored(measure)
    assert (row.value, row.note) == (3.0, "Ward full, 18 of 18 beds")
    assert (row.entered_by_id, row.entered_at) == (cast.member.id, NOW)
    assert (change.kind, change.by, change.period) == ("added", "Priya Nair", NEXT)
    assert change.sentence == "Added 3 for the week of 13 April 2026."


def test_any_day_of_the_week_means_that_week(cast: Cast, measure: Measure) -> None:
    assert added(cast, measure, period=NEXT + timedelta(days=1)).period == NEXT


def test_a_number_leaves_one_record_and_raises_the_version(cast: Cast, measure: Measure) -> None:
    before = measure.version
    change = added(cast, measure)
    record = AuditRecord.objects.get(pk=change.id)
    assert (record.thing_id, record.part) == (measure.pk, "observation/2026-04-13")
    assert record.before is None
    assert record.after is not None
    assert record.after["value"] == 3.0
    assert Measure.objects.get(pk=measure.pk).version == before + 1 == record.version


def test_the_stored_reading_is_fresh_after_each_number(cast: Cast, measure: Measure) -> None:
    assert measure.word == "Improving"
    added(cast, measure, value=30)
    after = Measure.objects.get(pk=measure.pk)
    assert (after.word, after.variation) == ("Concerning", "concerning")
    assert (after.last_value, after.last_period, after.n_points) == ("30", NEXT, 41)
    assert after.spark.startswith("<svg")


def test_a_period_that_has_a_number_is_refused_with_what_it_is(cast: Cast, measure: Measure) -> None:
    added(cast, measure)
    with pytest.raises(ObservationRefused, match="The week of 13 April 2026 already has 3") as refusal:
        added(cast, measure, value=4)
    assert refusal.value.can_correct
    assert refusal.value.field == "period"
    assert stored(measure).value == 3.0


def test_a_correction_changes_it(cast: Cast, measure: Measure) -> None:
    added(cast, measure)
    change = added(cast, measure, value=4, correct=True)
    assert (change.kind, change.sentence) == ("corrected", "Changed 3 to 4 for the week of 13 April 2026.")
    assert stored(measure).value == 4.0


def test_correcting_only_the_note_says_so(cast: Cast, measure: Measure) -> None:
    added(cast, measure)
    change = added(cast, measure, note="Two agency staff", correct=True)
    assert (change.kind, change.sentence) == ("noted", "Changed the note for the week of 13 April 2026.")


def test_the_same_number_sent_twice_is_saved_once(cast: Cast, measure: Measure) -> None:
    first = added(cast, measure)
    again = added(cast, measure)
    assert again.id == first.id
    assert AuditRecord.objects.filter(part="observation/2026-04-13").count() == 1


def test_a_number_of_the_import_sent_again_changes_nothing(cast: Cast, measure: Measure) -> None:
    change = added(cast, measure, period=week(39), value=2)
    assert change.kind == "unchanged"
    assert "already" in change.sentence


def test_a_correction_does_not_write_over_one_that_was_not_seen(cast: Cast, measure: Measure) -> None:
    seen = Measure.objects.get(pk=measure.pk).version
    added(cast, measure, value=5)
    with pytest.raises(ObservationRefused, match=r"Priya Nair changed this on 14 April 2026, 09:30: Added 5"):
        added(cast, measure, actor=cast.owner, value=4, correct=True, expected_version=seen)
    assert stored(measure).value == 5.0


def test_a_number_of_another_week_is_no_conflict(cast: Cast, measure: Measure) -> None:
    seen = Measure.objects.get(pk=measure.pk).version
    added(cast, measure, value=5)
    change = added(cast, measure, period=week(39), value=7, correct=True, expected_version=seen)
    assert change.kind == "corrected"


@pytest.mark.parametrize(
    ("numbers", "field", "words"),
    [
        ({"value": None}, "value", "Type a number, like 3"),
        ({"value": float("nan")}, "value", "ordinary number"),
        ({"value": float("inf")}, "value", "ordinary number"),
        ({"value": -1}, "value", "-1 is below 0"),
        ({"value": 2.5}, "value", "2.5 is not a whole number"),
        ({"value": 2e12}, "value", "too large"),
        ({"period": date(2026, 4, 20)}, "period", "20 April 2026 is in the future"),
        ({"period": date(26, 4, 13)}, "period", "Check the year"),
        ({"note": "x" * 501}, "note", "Keep this to 500 characters; it has 501."),
        ({"note": "Seen: 999 000 0018"}, "note", "NHS number"),
    ],
)
def test_numbers_that_cannot_be_are_refused_with_what_to_do(
    cast: Cast, measure: Measure, numbers: dict[str, object], field: str, words: str
) -> None:
    records = AuditRecord.objects.count()
    with pytest.raises(ObservationRefused, match=words) as refusal:
        added(cast, measure, **numbers)  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert Observation.objects.filter(measure=measure).count() == 40
    assert AuditRecord.objects.count() == records


@pytest.mark.parametrize(
    ("part", "whole", "field", "words"),
    [
        (11, 10, "numerator", "11 is more than 10"),
        (-1, 10, "numerator", "below 0"),
        (1.5, 10, "numerator", "not a whole number"),
        (0, 0, "denominator", "must be above 0"),
        (None, 10, "numerator", "Type a number"),
        (9, None, "denominator", "Type a number"),
    ],
)
def test_percentages_need_a_part_and_a_whole(
    cast: Cast, part: float | None, whole: float | None, field: str, words: str
) -> None:
    measure = a_percentage(cast)
    with pytest.raises(ObservationRefused, match=words) as refusal:
        added(cast, measure, numerator=part, denominator=whole)
    assert refusal.value.field == field


def test_a_percentage_is_said_as_part_of_a_whole(cast: Cast) -> None:
    measure = a_percentage(cast)
    change = added(cast, measure, numerator=45, denominator=50)
    assert change.sentence == "Added 45 of 50 for the week of 13 April 2026."
    assert (stored(measure).value, stored(measure).numerator) == (None, 45.0)
    assert Measure.objects.get(pk=measure.pk).last_value == "90%"


def test_a_rate_may_have_a_denominator_that_is_not_whole(cast: Cast) -> None:
    measure = a_measure(cast, values=[], chart="u", name="Falls", target=None, multiply=1000)
    assert added(cast, measure, numerator=3, denominator=412.5).sentence.startswith("Added 3 of 412.5")


def test_an_i_chart_takes_any_number(cast: Cast) -> None:
    measure = a_measure(cast, values=[], chart="i", name="Change in weight", target=None)
    assert added(cast, measure, value=-2.5).sentence == "Added -2.5 for the week of 13 April 2026."


def test_a_number_can_be_taken_out(cast: Cast, measure: Measure) -> None:
    change = remove_observation(actor=cast.member, measure=measure, period=week(39), now=NOW)
    assert change.sentence == "Took out 2 for the week of 6 April 2026."
    assert Measure.objects.get(pk=measure.pk).n_points == 39
    with pytest.raises(ObservationRefused, match="There is no number for the week of 6 April 2026"):
        remove_observation(actor=cast.member, measure=measure, period=week(39), now=NOW)


def test_people_who_work_elsewhere_add_nothing(cast: Cast) -> None:
    measure = a_measure(cast, visibility="public")
    for actor in (cast.viewer, cast.stranger):
        with pytest.raises(NotAllowed, match="people who work there"):
            added(cast, measure, actor=actor)
        with pytest.raises(NotAllowed):
            remove_observation(actor=actor, measure=measure, period=week(1), now=NOW)


def test_a_measure_without_numbers_has_no_chart_and_then_one(cast: Cast) -> None:
    measure = a_measure(cast, values=[])
    assert queries.chart_of(measure) is None
    assert (measure.word, measure.last_value, measure.spark) == ("", "", "")
    added(cast, measure)
    fresh = Measure.objects.get(pk=measure.pk)
    assert queries.chart_of(fresh) is not None
    assert fresh.word == "Too early to tell"


def test_numbers_that_make_no_chart_are_refused_in_the_charts_own_words(cast: Cast) -> None:
    measure = a_measure(cast, values=[], chart="u", name="Falls", target=None)
    with pytest.raises(MeasureRefused, match="too large"):
        added(cast, measure, numerator=1e12, denominator=1e-300)
    assert not Observation.objects.filter(measure=measure).exists()


def test_a_number_that_is_missing_is_said_to_be(cast: Cast) -> None:
    measure = a_measure(cast, values=[4, None])
    change = added(cast, measure, period=week(1), value=3, correct=True)
    assert change.sentence == "Changed no number to 3 for the week of 14 July 2025."


def test_infinite_denominators_and_the_like_are_refused(cast: Cast) -> None:
    with pytest.raises(ObservationRefused, match="ordinary number"):
        added(cast, a_percentage(cast), numerator=1, denominator=float("inf"))


def test_months_dated_by_different_days_are_still_one_period_each(cast: Cast) -> None:
    days = [date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 2)]
    measure = create_measure(
        actor=cast.owner,
        organisation_id=cast.riverside.pk,
        definition=a_definition(period="month"),
        observations=[NewObservation(period=day, value=4) for day in days],
        now=NOW,
    )
    with pytest.raises(ObservationRefused, match="January 2026 already has 4"):
        added(cast, measure, period=date(2026, 1, 31))
    assert added(cast, measure, period=date(2026, 4, 9)).sentence == "Added 3 for April 2026."


def test_a_month_that_has_not_ended_waits_where_months_are_dated_by_their_last_day(cast: Cast) -> None:
    measure = create_measure(
        actor=cast.owner,
        organisation_id=cast.riverside.pk,
        definition=a_definition(period="month"),
        observations=[NewObservation(period=date(2026, 3, 31), value=4)],
        now=NOW,
    )
    with pytest.raises(ObservationRefused, match="30 April 2026 is in the future"):
        added(cast, measure, period=date(2026, 4, 14))


def test_a_day_later_this_week_means_this_week(cast: Cast, measure: Measure) -> None:
    assert added(cast, measure, period=NEXT + timedelta(days=5)).period == NEXT
