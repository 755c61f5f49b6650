"""Flags on the chart, and numbers left out of the limits."""

from datetime import date

import pytest

from tests.build.cast import NOW, Cast
from tests.build.measures import week
from wellrun.core.decision import NotAllowed
from wellrun.measures import queries
from wellrun.measures.models import Measure
from wellrun.measures.services import (
    AnnotationRefused,
    ObservationRefused,
    annotate,
    remove_annotation,
    set_excluded,
)


def test_a_flag_stands_at_its_period(cast: Cast, measure: Measure) -> None:
    change = annotate(
        actor=cast.member, measure=measure, period=date(2025, 10, 30), label=" Huddles ", now=NOW
    )
    (row,) = queries.annotations_of(measure)
    assert (row.period, row.label, row.by.name) == (week(16), "Huddles", "Priya Nair")
    assert change.sentence == "Added the flag “Huddles”."


def test_a_flag_can_be_taken_out_once(cast: Cast, measure: Measure) -> None:
    annotate(actor=cast.member, measure=measure, period=week(3), label="Huddles", now=NOW)
    (row,) = queries.annotations_of(measure)
    change = remove_annotation(actor=cast.member, measure=measure, annotation_id=row.pk, now=NOW)
    assert change.sentence == "Took out the flag “Huddles”."
    assert queries.annotations_of(measure) == []
    with pytest.raises(AnnotationRefused, match="no such flag"):
        remove_annotation(actor=cast.member, measure=measure, annotation_id=row.pk, now=NOW)


@pytest.mark.parametrize(
    ("period", "label", "words"),
    [
        (week(3), " ", "in a few words"),
        (week(3), "x" * 81, "it has 81"),
        (week(3), "Fall of 999 000 0018", "NHS number"),
        (date(2027, 1, 1), "Huddles", "in the future"),
    ],
)
def test_a_flag_that_cannot_be_says_what_to_do(
    cast: Cast, measure: Measure, period: date, label: str, words: str
) -> None:
    with pytest.raises(AnnotationRefused, match=words):
        annotate(actor=cast.owner, measure=measure, period=period, label=label, now=NOW)


def excluded(
    cast: Cast, measure: Measure, *, reason: str = "The ward was flooded.", value: bool = True
) -> str:
    change = set_excluded(
        actor=cast.member, measure=measure, period=week(10), excluded=value, reason=reason, now=NOW
    )
    return change.sentence


def test_a_number_left_out_stays_on_the_chart_and_sets_no_limits(cast: Cast, measure: Measure) -> None:
    assert excluded(cast, measure) == "Left the week of 15 September 2025 out of the limits."
    chart = queries.chart_of(measure)
    assert chart is not None
    point = chart.points[10]
    assert (point.value, point.excluded, point.used) == (8.0, True, False)


def test_it_can_be_counted_again(cast: Cast, measure: Measure) -> None:
    excluded(cast, measure)
    assert (
        excluded(cast, measure, value=False, reason="")
        == "Counted the week of 15 September 2025 in the limits again."
    )
    assert not queries.observations_of(measure)[10].is_excluded


def test_leaving_out_needs_a_reason_that_is_kept(cast: Cast, measure: Measure) -> None:
    with pytest.raises(ObservationRefused, match="Say why"):
        excluded(cast, measure, reason=" ")
    excluded(cast, measure)
    assert queries.history_of(measure)[0].reason == "The ward was flooded."


def test_leaving_out_twice_changes_nothing(cast: Cast, measure: Measure) -> None:
    excluded(cast, measure)
    before = len(queries.history_of(measure))
    excluded(cast, measure)
    assert len(queries.history_of(measure)) == before


def test_people_who_work_elsewhere_change_neither(cast: Cast, measure: Measure) -> None:
    with pytest.raises(NotAllowed):
        annotate(actor=cast.viewer, measure=measure, period=week(3), label="Huddles", now=NOW)
    with pytest.raises(NotAllowed):
        set_excluded(
            actor=cast.viewer, measure=measure, period=week(3), excluded=True, reason="Flood", now=NOW
        )
