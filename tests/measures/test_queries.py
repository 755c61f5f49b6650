"""Questions about measures, and how often they ask the database."""

from datetime import date

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from tests.build.bulk import load_observations, the_keeper
from tests.build.cast import NOW, Cast
from tests.build.measures import a_measure, week
from wellrun.measures import queries
from wellrun.measures.models import Measure, Observation
from wellrun.measures.services import annotate, record_observation, start_phase


def test_a_list_asks_once_however_long_it_is(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        a_measure(cast, name=f"Measure {number}")
    with django_assert_num_queries(1):
        rows = queries.listed_for(cast.owner)
    assert [row.name for row in rows] == [f"Measure {number}" for number in range(5)]
    assert rows[0].organisation == "Riverside"
    assert rows[0].word == "Improving"
    assert rows[0].spark.startswith("<svg")


def test_a_page_asks_a_set_number_of_questions(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = a_measure(cast)
    start_phase(actor=cast.owner, measure=made, starts_on=week(16), reason="Huddles", now=NOW)
    annotate(actor=cast.owner, measure=made, period=week(16), label="Huddles", now=NOW)
    with django_assert_num_queries(5):
        measure = queries.get_for(cast.owner, made.pk)
        assert measure is not None
        observations, phases = queries.observations_of(measure), queries.phases_of(measure)
        chart = queries.chart_of(measure, observations=observations, phases=phases)
        flags, history = queries.annotations_of(measure), queries.history_of(measure)
        told = [measure.organisation.name, measure.kept_by.name, *(row.by.name for row in [*phases, *flags])]
    assert chart is not None
    assert len(history) == 3
    assert set(told) == {"Riverside", "Amina Yusuf"}


@pytest.mark.parametrize(
    ("search", "found"),
    [("restr", 2), ("RESTR alder", 1), ("riverside", 2), ("elm", 0), ("", 2), ("%", 0), ("_", 0)],
)
def test_search_finds_all_words_in_name_place_or_organisation(cast: Cast, search: str, found: int) -> None:
    a_measure(cast, place="Alder Ward")
    a_measure(cast, place="Birch Ward")
    assert len(queries.listed_for(cast.owner, search=search)) == found


def test_a_list_can_be_one_organisations(cast: Cast) -> None:
    a_measure(cast)
    assert len(queries.listed_for(cast.owner, organisation=cast.riverside.pk)) == 1
    assert queries.listed_for(cast.owner, organisation=cast.hillside.pk) == []


def test_a_family_is_read_together_within_its_organisation(cast: Cast) -> None:
    first = a_measure(cast, name="Restraints", family="Calmer evenings")
    a_measure(cast, name="Feeling safe", family="Calmer evenings")
    a_measure(cast, name="Hidden", family="Calmer evenings", visibility="team")
    alone = a_measure(cast, name="Falls")
    assert [row.name for row in queries.family_of(cast.owner, first)] == [
        "Restraints",
        "Feeling safe",
        "Hidden",
    ]
    assert [row.name for row in queries.family_of(cast.member, first)] == ["Restraints", "Feeling safe"]
    assert queries.family_of(cast.owner, alone) == []


def test_the_latest_numbers_come_in_order_of_time(measure: Measure) -> None:
    assert [row.period for row in queries.observations_of(measure, last=3)] == [week(37), week(38), week(39)]


def test_the_next_number_wanted_follows_the_latest(cast: Cast, measure: Measure) -> None:
    assert queries.next_period_of(measure, today=date(2026, 4, 16)) == week(40)
    empty = a_measure(cast, values=[])
    assert queries.next_period_of(empty, today=date(2026, 4, 16)) == week(40)


def test_history_is_told_the_latest_first(cast: Cast, measure: Measure) -> None:
    record_observation(actor=cast.member, measure=measure, period=week(40), value=3, now=NOW)
    assert [change.kind for change in queries.history_of(measure)] == ["added", "created"]
    assert [change.kind for change in queries.history_of(measure, last=1)] == ["added"]
    assert [change.kind for change in queries.history_of(measure, part="observation")] == ["added"]


@pytest.mark.django_db
def test_bulk_measures_are_real_ones() -> None:
    ids = load_observations(measures=45, each=30)
    actor = the_keeper()
    assert len(set(ids)) == 45
    assert Observation.objects.count() == 45 * 30
    for one in (ids[0], ids[-1]):
        measure = queries.get_for(actor, one)
        assert measure is not None
        chart = queries.chart_of(measure)
        assert chart is not None
        assert (len(chart.points), chart.reading.word) == (30, measure.word)


@pytest.mark.django_db
def test_a_measures_numbers_are_read_through_the_index_that_keeps_them_unique() -> None:
    load_observations(measures=60, each=50)
    asked = Observation.objects.filter(measure_id=1, stratum="").order_by("-period")
    plan = asked.explain()
    name = (
        "one_number_a_period"
        if connection.vendor == "postgresql"
        else "INDEX sqlite_autoindex_measures_observation"
    )
    assert name in plan
    assert "SCAN" not in plan.replace("Index Scan", "")
