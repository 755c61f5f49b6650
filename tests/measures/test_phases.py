"""New limits from a period on, for a reason that is kept."""

from datetime import date

import pytest

from tests.build.cast import NOW, Cast
from tests.build.measures import a_definition, week
from wellrun.core.decision import NotAllowed
from wellrun.measures import queries
from wellrun.measures.models import Measure, PhaseStart
from wellrun.measures.services import (
    PhaseRefused,
    create_measure,
    record_observation,
    remove_observation,
    remove_phase,
    start_phase,
)
from wellrun.measures.values import Change, NewObservation
from wellrun_spc import Chart

REASON = "9 weeks in a row were below average, we know why, and we expect it to last."


def started(
    cast: Cast, measure: Measure, number: int = 16, *, reason: str = REASON, **changes: object
) -> Change:
    told = {"actor": cast.owner, "starts_on": week(number)} | changes
    return start_phase(measure=measure, reason=reason, now=NOW, **told)  # type: ignore[arg-type]


def chart(measure: Measure) -> Chart:
    drawn = queries.chart_of(Measure.objects.get(pk=measure.pk))
    assert drawn is not None
    return drawn


def test_the_average_moves_from_the_start_of_the_phase(cast: Cast, measure: Measure) -> None:
    change = started(cast, measure, name="Since huddles began")
    first, second = chart(measure).phases
    assert (first.end, second.start) == (15, 16)
    assert first.centre == pytest.approx(4.8125)
    assert (second.name, second.reason) == ("Since huddles began", REASON)
    assert change.sentence == "Redrew the limits from the week of 27 October 2025."
    assert change.reason == REASON


def test_limits_held_from_a_baseline_do_not_move_with_later_numbers(cast: Cast, measure: Measure) -> None:
    started(cast, measure, baseline_until=date(2026, 2, 2))
    before = chart(measure).phases[-1]
    assert before.centre == pytest.approx(3.4)
    assert before.frozen
    record_observation(actor=cast.owner, measure=measure, period=week(40), value=12, now=NOW)
    assert chart(measure).phases[-1].centre == before.centre


def test_the_story_of_the_ward_reads_as_it_was_told(cast: Cast, measure: Measure) -> None:
    started(cast, measure, baseline_until=date(2026, 2, 2))
    fresh = Measure.objects.get(pk=measure.pk)
    assert fresh.word == "Improving"
    assert "9 weeks are all below the average of 3.4" in fresh.plain


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"reason": "  "}, "reason", "Say why the limits should move"),
        ({"reason": "x" * 1001}, "reason", "it has 1,001"),
        ({"reason": "About 999 000 0018"}, "reason", "NHS number"),
        ({"name": "x" * 121}, "name", "it has 121"),
        ({"starts_on": date(2026, 6, 1)}, "starts_on", "There is no number for the week of 1 June 2026"),
        ({"baseline_until": week(16)}, "baseline_until", "Fewer than 2 numbers"),
        ({"baseline_until": week(3)}, "baseline_until", "Fewer than 2 numbers"),
    ],
)
def test_limits_that_cannot_be_redrawn_say_what_to_do(
    cast: Cast, measure: Measure, changes: dict[str, object], field: str, words: str
) -> None:
    with pytest.raises(PhaseRefused, match=words) as refusal:
        started(cast, measure, **changes)  # type: ignore[arg-type]
    assert refusal.value.field == field
    assert len(chart(measure).phases) == 1


def test_two_phases_do_not_start_together(cast: Cast, measure: Measure) -> None:
    started(cast, measure)
    with pytest.raises(PhaseRefused, match="already start at the week of 27 October 2025"):
        started(cast, measure)


def test_a_phase_taken_back_stays_in_the_record(cast: Cast, measure: Measure) -> None:
    started(cast, measure)
    remove_phase(actor=cast.owner, measure=measure, starts_on=week(16), reason="Too soon", now=NOW)
    assert len(chart(measure).phases) == 1
    assert PhaseStart.objects.get(measure=measure).is_withdrawn
    kinds = [change.kind for change in queries.history_of(measure, part="phase")]
    assert kinds == ["withdrawn", "started"]
    with pytest.raises(PhaseRefused, match="No limits start"):
        remove_phase(actor=cast.owner, measure=measure, starts_on=week(16), now=NOW)


def test_a_phase_can_start_again_where_one_was_taken_back(cast: Cast, measure: Measure) -> None:
    started(cast, measure)
    remove_phase(actor=cast.owner, measure=measure, starts_on=week(16), now=NOW)
    started(cast, measure, reason="Now we are sure.")
    assert [row.reason for row in queries.phases_of(measure)] == ["Now we are sure."]


def test_a_phase_whose_first_number_is_taken_out_starts_at_the_next(cast: Cast, measure: Measure) -> None:
    started(cast, measure)
    remove_observation(actor=cast.owner, measure=measure, period=week(16), now=NOW)
    assert chart(measure).points[chart(measure).phases[-1].start].x == week(17)


def test_a_phase_without_any_number_left_waits(cast: Cast, measure: Measure) -> None:
    started(cast, measure, 39)
    remove_observation(actor=cast.owner, measure=measure, period=week(39), now=NOW)
    assert len(chart(measure).phases) == 1


def test_only_the_keeper_redraws(cast: Cast, measure: Measure) -> None:
    with pytest.raises(NotAllowed, match="Ask Amina Yusuf"):
        started(cast, measure, actor=cast.member)
    started(cast, measure)
    with pytest.raises(NotAllowed):
        remove_phase(actor=cast.member, measure=measure, starts_on=week(16), now=NOW)


def test_months_dated_by_different_days_can_start_a_phase(cast: Cast) -> None:
    days = [date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 6)]
    measure = create_measure(
        actor=cast.owner,
        organisation_id=cast.riverside.pk,
        definition=a_definition(period="month"),
        observations=[NewObservation(period=day, value=4) for day in days],
        now=NOW,
    )
    change = started(cast, measure, starts_on=date(2026, 2, 27))
    assert change.period == date(2026, 2, 2)
