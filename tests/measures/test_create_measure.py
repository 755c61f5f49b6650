"""Making a measure with all its numbers, or nothing at all."""

import math
from datetime import date

import pytest

from tests.build.cast import NOW, Cast
from tests.build.measures import a_definition, a_measure, week, weekly, weekly_ratios
from wellrun.core.decision import NotAllowed
from wellrun.core.models import AuditRecord
from wellrun.measures import queries
from wellrun.measures.models import Measure, Observation
from wellrun.measures.services import MeasureRefused, create_measure
from wellrun.measures.values import NewObservation


def created(cast: Cast, observations: list[NewObservation], **changes: object) -> Measure:
    return create_measure(
        actor=cast.owner,
        organisation_id=cast.riverside.pk,
        definition=a_definition(**changes),
        observations=observations,
        now=NOW,
    )


def test_a_measure_comes_with_its_numbers_and_its_reading(measure: Measure) -> None:
    assert (measure.word, measure.last_value, measure.last_period) == ("Improving", "2", week(39))
    assert "9 weeks" in measure.plain
    assert measure.version == 1
    assert [row.value for row in queries.observations_of(measure)][:3] == [5.0, 4.0, 6.0]


def test_making_one_leaves_one_record(measure: Measure) -> None:
    records = AuditRecord.objects.filter(thing="measure", thing_id=measure.pk)
    assert [record.action for record in records] == ["measure.created"]
    assert queries.history_of(measure)[0].sentence == "Made this measure. Periods with numbers: 40."


def test_the_kind_of_period_is_read_off_the_dates(cast: Cast) -> None:
    months = [NewObservation(period=date(2025, month, 1), value=month) for month in range(1, 13)]
    assert created(cast, months, period="").period == "month"
    assert created(cast, [], period="").period == "point"


def test_rows_may_come_in_any_order(cast: Cast) -> None:
    measure = created(cast, list(reversed(weekly([1, 2, 3, 4]))))
    assert [row.value for row in queries.observations_of(measure)] == [1.0, 2.0, 3.0, 4.0]


def test_gaps_and_hidden_numbers_are_kept_as_gaps(cast: Cast) -> None:
    rows = [*weekly([1, None, 3]), NewObservation(period=week(3), is_suppressed=True)]
    chart = queries.chart_of(created(cast, rows))
    assert chart is not None
    assert [point.value for point in chart.points] == [1.0, None, 3.0, None]
    assert [point.suppressed for point in chart.points] == [False, False, False, True]


def test_gaps_in_percentages_need_no_denominator(cast: Cast) -> None:
    rows = weekly_ratios([(9, 10), (None, None), (None, 0), (None, 12), (8, 10)])
    measure = created(cast, rows, chart="p", target=0.9)
    assert [row.denominator for row in queries.observations_of(measure)] == [10.0, None, None, 12.0, 10.0]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([NewObservation(period=week(0), value=-4, row=7)], r"Row 7: -4 is below 0"),
        (
            [NewObservation(period=week(0), value=4), NewObservation(period=week(1), value=1.5)],
            r"Row 2: 1.5 is not a whole",
        ),
        (
            [NewObservation(period=week(0), value=4, row=2), NewObservation(period=week(0), value=5, row=9)],
            r"Row 9: 7 July 2025 is there twice \(also in row 2\)",
        ),
        (
            [NewObservation(period=date(2031, 1, 6), value=4, row=3)],
            r"Row 3: 6 January 2031 is in the future",
        ),
        (
            [NewObservation(period=week(0), value=4, note="999 000 0018", row=5)],
            r"Row 5: This looks like it has an NHS",
        ),
        ([NewObservation(period=week(0), value=math.nan, row=5)], r"Row 5: Type an ordinary number"),
    ],
)
def test_one_wrong_row_is_named_and_nothing_is_saved(
    cast: Cast, rows: list[NewObservation], words: str
) -> None:
    with pytest.raises(MeasureRefused, match=words):
        created(cast, rows)
    assert not Measure.objects.exists()
    assert not Observation.objects.exists()


def test_more_rows_than_a_chart_can_hold_are_refused_at_once(cast: Cast) -> None:
    day = NewObservation(period=week(0), value=1)
    with pytest.raises(MeasureRefused, match=r"10,001 rows\. Wellrun keeps up to 10,000"):
        created(cast, [day] * 10_001)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"name": "  "}, "name", "Give the measure a name"),
        ({"name": "x" * 161}, "name", "Keep this to 160 characters; it has 161."),
        ({"chart": "pie"}, "chart", "“pie” is not one of the choices. Choose one of: run, i, mr"),
        ({"rules": "mine/9"}, "rules", "anhoej/1"),
        ({"direction": "up"}, "direction", "increase"),
        ({"kind": "vibe"}, "kind", "outcome"),
        ({"visibility": "everybody"}, "visibility", "team"),
        ({"period": "fortnight"}, "period", "week"),
        ({"chart": "p", "target": 95}, "target", "between 0% and 100%"),
        ({"target": math.inf}, "target", "ordinary number"),
        ({"multiply": 0}, "multiply", "above 0"),
        ({"multiply": math.nan}, "multiply", "above 0"),
        ({"counts": "x" * 2001}, "counts", "it has 2,001"),
        ({"source": "Notes of 999 000 0018"}, "source", "NHS number"),
    ],
)
def test_a_definition_that_cannot_be_is_refused_with_what_to_do(
    cast: Cast, changes: dict[str, object], field: str, words: str
) -> None:
    with pytest.raises(MeasureRefused, match=words) as refusal:
        created(cast, [], **changes)
    assert refusal.value.field == field
    assert not Measure.objects.exists()


def test_measures_of_another_organisation_are_refused(cast: Cast) -> None:
    with pytest.raises(NotAllowed, match="own organisation"):
        create_measure(actor=cast.owner, organisation_id=cast.hillside.pk, definition=a_definition(), now=NOW)


@pytest.mark.parametrize("chart", ["run", "i", "mr", "c"])
def test_every_chart_of_single_values_can_be_kept(cast: Cast, chart: str) -> None:
    measure = a_measure(cast, chart=chart)
    assert (measure.chart, measure.n_points, bool(measure.spark)) == (chart, 40, True)


@pytest.mark.parametrize("chart", ["p", "u"])
def test_every_chart_of_ratios_can_be_kept(cast: Cast, chart: str) -> None:
    measure = created(cast, weekly_ratios([(part, 20) for part in range(1, 15)]), chart=chart, target=None)
    assert (measure.chart, measure.n_points, bool(measure.spark)) == (chart, 14, True)
    assert measure.last_value == ("70%" if chart == "p" else "0.7")
