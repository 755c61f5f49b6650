"""The list of measures."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import Cast, an_organisation
from tests.build.measures import a_measure
from tests.web.html import page_of
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure


def test_a_measure_stands_with_its_value_and_reading(client: Client, measure: Measure) -> None:
    page = page_of(client.get("/measures/"))
    assert page.title == "Measures · Wellrun"
    assert "Restraints each week" in page.words
    assert "2 week of 6 April 2026" in page.words
    assert "Improving" in page.words
    assert f"/measures/{measure.pk}/" in page.links()


def test_two_measures_of_one_name_are_told_apart_by_their_place(
    client: Client, cast: Cast, demo: Actor
) -> None:
    for place in ("Alder Ward", "Birch Ward"):
        a_measure(cast, by=demo, name="Falls", place=place)
    words = page_of(client.get("/measures/")).words
    assert "Falls, Alder Ward" in words
    assert "Falls, Birch Ward" in words


def test_the_trend_has_a_spoken_label(client: Client, measure: Measure) -> None:
    sparks = [
        attrs for attrs in page_of(client.get("/measures/")).all("svg") if "spark" in attrs.get("class", "")
    ]
    assert sparks
    assert all("aria-label" in spark or "aria-labelledby" in spark for spark in sparks)


def test_words_narrow_the_list(client: Client, cast: Cast, demo: Actor) -> None:
    a_measure(cast, by=demo, name="Falls each week")
    a_measure(cast, by=demo, name="Letters home")
    page = page_of(client.get("/measures/", {"q": "falls"}))
    assert "Falls each week" in page.words
    assert "Letters home" not in page.words
    assert page.form("/measures/")["q"] == "falls"


def test_ones_own_organisation_comes_before_others(client: Client, cast: Cast, demo: Actor) -> None:
    elsewhere = an_organisation("Aaa General")
    measure = a_measure(cast, by=demo, name="Of others", visibility="public")
    Measure.objects.filter(pk=measure.pk).update(organisation=elsewhere)
    a_measure(cast, by=demo, name="Own work")
    words = page_of(client.get("/measures/")).words
    assert words.index("Own work") < words.index("Of others")


def test_a_reading_narrows_the_list(client: Client, cast: Cast, demo: Actor) -> None:
    a_measure(cast, by=demo, name="Better")
    a_measure(cast, by=demo, name="Even", values=[3, 4, 5, 4] * 5)
    words = page_of(client.get("/measures/", {"reading": "improving"})).words
    assert "Better" in words
    assert "Even" not in words


def test_nothing_found_offers_the_way_back(client: Client, measure: Measure) -> None:
    page = page_of(client.get("/measures/", {"q": "no such thing"}))
    assert "Nothing fits" in page.words
    assert "/measures/" in page.links()


@pytest.mark.django_db
def test_an_empty_list_says_the_smallest_first_step(client: Client) -> None:
    assert "No measures yet" in page_of(client.get("/measures/")).words


def test_a_private_measure_of_others_is_not_there(client: Client, cast: Cast, demo: Actor) -> None:
    a_measure(cast, by=cast.member, name="Private work", visibility="team")
    assert "Private work" not in page_of(client.get("/measures/")).words


@pytest.mark.parametrize(
    "query", ["organisation=x", "organisation=99999999999999999999", "reading=x", "q=%00"]
)
def test_odd_addresses_are_no_error(client: Client, measure: Measure, query: str) -> None:
    assert client.get(f"/measures/?{query}").status_code == 200


@pytest.mark.parametrize("count", [1, 12])
def test_questions_do_not_grow_with_the_list(
    client: Client, cast: Cast, demo: Actor, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        a_measure(cast, by=demo, name=f"Measure {number}", values=[1, 2, 3])
    with django_assert_num_queries(9):
        client.get("/measures/")
