"""Undo, of every kind of change, and of itself."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.build.cast import NOW, Cast
from tests.build.measures import a_definition, a_measure, week
from wellrun.core.decision import NotAllowed
from wellrun.measures import queries
from wellrun.measures.models import Measure
from wellrun.measures.services import (
    ChangeRefused,
    annotate,
    define_measure,
    record_observation,
    remove_annotation,
    remove_measure,
    remove_observation,
    remove_phase,
    set_excluded,
    start_phase,
    undo_change,
)
from wellrun.measures.values import Change

LATER = NOW + timedelta(minutes=5)
Write = Callable[[Cast, Measure], Change]


def _annotated_and_removed(cast: Cast, measure: Measure) -> Change:
    annotate(actor=cast.owner, measure=measure, period=week(3), label="Huddles", now=NOW)
    row = queries.annotations_of(measure)[0]
    return remove_annotation(actor=cast.owner, measure=measure, annotation_id=row.pk, now=NOW)


def _started_and_removed(cast: Cast, measure: Measure) -> Change:
    start_phase(actor=cast.owner, measure=measure, starts_on=week(16), reason="Huddles began", now=NOW)
    return remove_phase(actor=cast.owner, measure=measure, starts_on=week(16), now=NOW)


WRITES: dict[str, Write] = {
    "added": lambda cast, measure: record_observation(
        actor=cast.owner, measure=measure, period=week(40), value=3, note="Full", now=NOW
    ),
    "corrected": lambda cast, measure: record_observation(
        actor=cast.owner, measure=measure, period=week(39), value=9, correct=True, now=NOW
    ),
    "removed": lambda cast, measure: remove_observation(
        actor=cast.owner, measure=measure, period=week(5), now=NOW
    ),
    "excluded": lambda cast, measure: set_excluded(
        actor=cast.owner, measure=measure, period=week(10), excluded=True, reason="Flood", now=NOW
    ),
    "started": lambda cast, measure: start_phase(
        actor=cast.owner, measure=measure, starts_on=week(16), reason="Huddles began", now=NOW
    ),
    "phase removed": _started_and_removed,
    "annotated": lambda cast, measure: annotate(
        actor=cast.owner, measure=measure, period=week(3), label="Huddles", now=NOW
    ),
    "annotation removed": _annotated_and_removed,
    "defined": lambda cast, measure: define_measure(
        actor=cast.owner, measure=measure, definition=a_definition(name="Holds", target=3), now=NOW
    ),
    "measure removed": lambda cast, measure: remove_measure(actor=cast.owner, measure=measure, now=NOW),
}


def state(measure: Measure) -> dict[str, object]:
    """All that a person can see of a measure, without who and when."""
    fresh = Measure.objects.get(pk=measure.pk)
    shown = ("name", "target", "is_removed", "word", "plain", "sentence", "last_value", "n_points", "spark")
    return {name: getattr(fresh, name) for name in shown} | {
        "observations": [
            (row.period, row.numbers, row.note, row.is_excluded, row.entered_by_id, row.entered_at)
            for row in queries.observations_of(fresh)
        ],
        "phases": [(row.starts_on, row.reason) for row in queries.phases_of(fresh)],
        "annotations": [(row.period, row.label) for row in queries.annotations_of(fresh)],
    }


@pytest.mark.parametrize("kind", WRITES)
def test_undo_puts_back_what_was_there_and_undo_of_undo_what_was_written(cast: Cast, kind: str) -> None:
    measure = a_measure(cast)
    if kind in {"phase removed", "annotation removed"}:
        change = WRITES[kind](cast, measure)
        after = state(measure)
        undone = undo_change(actor=cast.owner, change_id=change.id, now=LATER)
        assert state(measure) != after
    else:
        before = state(measure)
        change = WRITES[kind](cast, measure)
        after = state(measure)
        assert after != before
        undone = undo_change(actor=cast.owner, change_id=change.id, now=LATER)
        assert state(measure) == before
    assert undone.is_undo
    assert undone.sentence.startswith("Undone. ")
    undo_change(actor=cast.owner, change_id=undone.id, now=LATER)
    assert state(measure) == after


def test_making_a_measure_can_be_undone(cast: Cast, measure: Measure) -> None:
    created = queries.history_of(measure)[-1]
    undone = undo_change(actor=cast.owner, change_id=created.id, now=LATER)
    assert undone.kind == "removed"
    assert queries.get_for(cast.owner, measure.pk) is None
    back = undo_change(actor=cast.owner, change_id=undone.id, now=LATER)
    assert back.kind == "restored"
    assert queries.get_for(cast.owner, measure.pk) == measure


def test_a_change_that_somebody_changed_since_stays_and_says_who(cast: Cast, measure: Measure) -> None:
    first = WRITES["added"](cast, measure)
    record_observation(actor=cast.member, measure=measure, period=week(40), value=4, correct=True, now=LATER)
    with pytest.raises(
        ChangeRefused, match=r"Priya Nair has changed this since, on 14 April 2026, 09:35"
    ) as refusal:
        undo_change(actor=cast.owner, change_id=first.id, now=LATER)
    assert "Changed 3 to 4" in str(refusal.value)
    assert queries.observations_of(measure)[-1].value == 4.0


def test_a_change_of_another_week_does_not_stand_in_the_way(cast: Cast, measure: Measure) -> None:
    first = WRITES["added"](cast, measure)
    WRITES["corrected"](cast, measure)
    assert undo_change(actor=cast.owner, change_id=first.id, now=LATER).kind == "removed"


def test_undoing_twice_says_who_did_it(cast: Cast, measure: Measure) -> None:
    change = WRITES["added"](cast, measure)
    undo_change(actor=cast.member, change_id=change.id, now=LATER)
    with pytest.raises(ChangeRefused, match="Priya Nair undid this on 14 April 2026, 09:35"):
        undo_change(actor=cast.owner, change_id=change.id, now=LATER)


def test_a_change_that_is_not_in_sight_does_not_exist(cast: Cast, measure: Measure) -> None:
    change = WRITES["added"](cast, measure)
    for actor, number in ((cast.viewer, change.id), (cast.stranger, change.id), (cast.owner, 10**9)):
        with pytest.raises(ChangeRefused, match="no such change"):
            undo_change(actor=actor, change_id=number, now=LATER)
        assert queries.change_for(actor, number) is None
    assert queries.change_for(cast.owner, change.id) == change


def test_members_undo_numbers_but_not_limits_or_definitions(cast: Cast, measure: Measure) -> None:
    undo_change(actor=cast.member, change_id=WRITES["added"](cast, measure).id, now=LATER)
    for kind in ("started", "defined"):
        change = WRITES[kind](cast, measure)
        with pytest.raises(NotAllowed, match="Ask Amina Yusuf"):
            undo_change(actor=cast.member, change_id=change.id, now=LATER)


def test_a_removed_measure_comes_back_through_its_keeper_only(cast: Cast, measure: Measure) -> None:
    change = remove_measure(actor=cast.owner, measure=measure, now=NOW)
    assert queries.change_for(cast.owner, change.id) is not None
    assert queries.change_for(cast.member, change.id) is None
    with pytest.raises(ChangeRefused, match="no such change"):
        undo_change(actor=cast.member, change_id=change.id, now=LATER)
    undo_change(actor=cast.owner, change_id=change.id, now=LATER)
    assert queries.get_for(cast.member, measure.pk) == measure
