"""Saying what a measure is, changing that, and removing it."""

from datetime import timedelta

import pytest

from tests.build.cast import NOW, Cast
from tests.build.measures import a_definition, a_measure, a_percentage
from wellrun.core.decision import NotAllowed
from wellrun.measures import queries
from wellrun.measures.models import Measure
from wellrun.measures.services import MeasureRefused, define_measure, remove_measure
from wellrun.measures.values import Change, MeasureDefinition

LATER = NOW + timedelta(minutes=5)


def defined(
    cast: Cast, measure: Measure, definition: MeasureDefinition | None = None, **changes: object
) -> Change:
    return define_measure(
        actor=cast.owner, measure=measure, definition=definition or a_definition(**changes), now=NOW
    )


def test_new_work_starts_with_the_team() -> None:
    assert MeasureDefinition(name="Falls", chart="c").visibility == "team"


def test_a_new_target_changes_the_reading(cast: Cast, measure: Measure) -> None:
    change = defined(cast, measure, target=20)
    fresh = Measure.objects.get(pk=measure.pk)
    assert (fresh.target, fresh.assurance) == (20, "consistently_meets")
    assert change.sentence == "Changed what this measure says: target."


def test_the_history_names_what_changed_in_plain_words(cast: Cast, measure: Measure) -> None:
    change = defined(cast, measure, counts="Every hold", name="Holds")
    assert change.sentence == "Changed what this measure says: name, what we count."


def test_saving_over_a_definition_that_was_not_seen_says_who_changed_it(cast: Cast, measure: Measure) -> None:
    defined(cast, measure, name="Holds")
    with pytest.raises(MeasureRefused, match="Amina Yusuf changed this on 14 April 2026, 09:30"):
        define_measure(
            actor=cast.owner,
            measure=measure,
            definition=a_definition(name="Restraint"),
            expected_version=1,
            now=LATER,
        )
    assert Measure.objects.get(pk=measure.pk).name == "Holds"


def test_numbers_that_a_new_chart_cannot_show_are_named(cast: Cast) -> None:
    measure = a_measure(cast, chart="i", values=[1, 2.5, 3], target=None)
    with pytest.raises(
        MeasureRefused, match=r"number of the week of 14 July 2025\. 2\.5 is not a whole number"
    ):
        defined(cast, measure, chart="c")
    assert Measure.objects.get(pk=measure.pk).chart == "i"


def test_counts_do_not_turn_into_percentages(cast: Cast, measure: Measure) -> None:
    with pytest.raises(MeasureRefused, match="This chart cannot show") as refusal:
        defined(cast, measure, chart="p", target=0.5)
    assert refusal.value.field == "chart"


def test_percentages_may_turn_into_rates(cast: Cast) -> None:
    measure = a_percentage(cast)
    defined(cast, measure, chart="u", multiply=1000, target=None)
    assert Measure.objects.get(pk=measure.pk).last_value == "900"


def test_only_the_keeper_defines_and_removes(cast: Cast, measure: Measure) -> None:
    with pytest.raises(NotAllowed, match="Ask Amina Yusuf"):
        define_measure(actor=cast.member, measure=measure, definition=a_definition(), now=NOW)
    with pytest.raises(NotAllowed, match="Ask Amina Yusuf"):
        remove_measure(actor=cast.member, measure=measure, now=NOW)


def test_a_removed_measure_is_gone_for_everybody_and_nothing_is_deleted(cast: Cast, measure: Measure) -> None:
    remove_measure(actor=cast.owner, measure=measure, now=NOW)
    assert queries.get_for(cast.owner, measure.pk) is None
    assert queries.listed_for(cast.owner) == []
    assert len(queries.observations_of(measure)) == 40


def test_saving_the_same_words_writes_nothing(cast: Cast, measure: Measure) -> None:
    change = defined(cast, measure)
    assert (change.id, change.kind) == (0, "unchanged")
    assert [each.kind for each in queries.history_of(measure)] == ["created"]
