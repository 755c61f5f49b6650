"""A measure that nobody counts any more: it stays where it is used, and asks nobody for numbers."""

from datetime import timedelta

import pytest

from tests.build.cast import NOW, Cast
from tests.build.endings import an_ending_project
from tests.build.measures import a_measure
from wellrun.control.queries import agenda_of
from wellrun.core.decision import NotAllowed, Refused
from wellrun.measures import queries, services
from wellrun.measures.models import Measure
from wellrun.measures.queries import today


def archived(cast: Cast, measure: Measure) -> None:
    services.archive_measure(actor=cast.owner, measure=measure, now=NOW)


def test_an_archived_measure_stays_and_takes_no_numbers(cast: Cast, measure: Measure) -> None:
    def record() -> None:
        services.record_observation(
            actor=cast.owner, measure=measure, period=NOW.date(), value=3, correct=True, now=NOW
        )

    archived(cast, measure)
    assert queries.get_for(cast.owner, measure.pk) == measure
    with pytest.raises(Refused, match="archived and takes no new numbers"):
        record()
    services.collect_again(actor=cast.owner, measure=measure, now=NOW)
    record()


def test_it_leaves_lists_and_nobody_is_asked_for_it(cast: Cast, measure: Measure) -> None:
    assert measure.last_period is not None
    due, other = measure.last_period + timedelta(weeks=3), a_measure(cast, name="Other")
    assert measure.pk in {row.id for row in today.wanting_me(cast.owner, today=due, most=9)}
    archived(cast, measure)
    assert {row.id for row in queries.listed_for(cast.owner)} == {other.pk}
    assert [row.id for row in queries.listed_for(cast.owner, is_archived=True)] == [measure.pk]
    assert measure.pk not in {row.id for row in today.wanting_me(cast.owner, today=due, most=9)}


def test_a_huddle_does_not_talk_about_it(cast: Cast) -> None:
    team, measure = an_ending_project(cast)
    assert agenda_of(team.project, on=NOW.date()).measures == [measure]
    archived(cast, measure)
    assert agenda_of(team.project, on=NOW.date()).measures == []


def test_it_is_told_in_words_and_undone_by_who_may(cast: Cast, measure: Measure) -> None:
    with pytest.raises(NotAllowed, match="Only the person who keeps this measure"):
        services.archive_measure(actor=cast.member, measure=measure, now=NOW)
    change = services.archive_measure(actor=cast.owner, measure=measure, now=NOW)
    with pytest.raises(NotAllowed, match="Only the person who keeps this measure"):
        services.undo_change(actor=cast.member, change_id=change.id, now=NOW)
    undone = services.undo_change(actor=cast.owner, change_id=change.id, now=NOW)
    assert undone.is_undo
    measure.refresh_from_db()
    assert not measure.is_archived
