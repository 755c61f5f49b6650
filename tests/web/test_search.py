"""The search page and the box in the top bar."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.build.cast import Cast, a_person, a_unit
from tests.build.measures import a_measure
from tests.web.html import page_of
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor


def test_before_anything_is_typed_the_page_says_what_can_be(client: Client) -> None:
    page = page_of(client.get("/search/"))
    assert page.title == "Search · Wellrun"
    assert "What are you looking for?" in page.words
    (field,) = [attrs for attrs in page.all("input") if attrs.get("name") == "q"]
    assert "autofocus" in field


def test_each_kind_has_its_own_part_and_the_words_are_marked(client: Client, cast: Cast) -> None:
    measure = a_measure(cast, name="Alder restraints")
    a_unit(cast.riverside, "Alder Ward")
    a_person("Alderney Smith", cast.riverside)
    response = client.get("/search/", {"q": "ALDÉR"})
    page = page_of(response)
    assert "3 found" in page.words
    assert f"/measures/{measure.pk}/" in page.links()
    for words in ("What we count", "Teams and services", "People", "Alderney Smith"):
        assert words in page.words
    assert "<mark>Alder</mark> restraints" in response.content.decode()
    assert page.form("/search/")["q"] == "ALDÉR"


def test_headings_are_in_the_words_that_the_person_chose(client: Client, cast: Cast, demo: Actor) -> None:
    Person.objects.filter(pk=demo.id).update(plain_words=False)
    a_measure(cast)
    a_unit(cast.riverside, "Restraints Clinic")
    words = page_of(client.get("/search/", {"q": "restraints"})).words
    assert "Measures" in words
    assert "Units" in words


def test_nothing_found_offers_a_next_step(client: Client, cast: Cast) -> None:
    page = page_of(client.get("/search/", {"q": "unicorn"}))
    assert "Nothing fits" in page.words
    assert "/measures/" in page.links()


def test_what_people_may_not_see_is_not_hinted_at(client: Client, cast: Cast) -> None:
    a_measure(cast, name="Secret falls", visibility="team")
    page = page_of(client.get("/search/", {"q": "secret"}))
    assert "Nothing fits" in page.words
    assert "Secret falls" not in page.words


def test_many_of_one_kind_are_a_page_further(client: Client, cast: Cast) -> None:
    for number in range(9):
        a_measure(cast, name=f"Restraints {number}")
    page = page_of(client.get("/search/", {"q": "restraints"}))
    assert "The first 6" in page.words
    assert "?q=restraints&kind=measure" in page.links()
    assert "9 found" in page_of(client.get("/search/", {"q": "restraints", "kind": "measure"})).words


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\0", "'\"", "x" * 5000, "(((", "%_"])
def test_whatever_is_typed_harms_nothing(client: Client, text: str) -> None:
    response = client.get("/search/", {"q": text})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("kind", ["unicorn", "", "measure'"])
def test_an_unknown_kind_means_all_kinds(client: Client, cast: Cast, kind: str) -> None:
    a_measure(cast)
    assert "1 found" in page_of(client.get("/search/", {"q": "restraints", "kind": kind})).words


def test_the_box_stands_in_the_top_bar_once(client: Client) -> None:
    page = page_of(client.get("/measures/"))
    assert "/search/" in page.forms
    (field,) = [attrs for attrs in page.all("input") if attrs.get("id") == "search-all"]
    assert "Search projects, what we count, teams and services, people" in page.words
    assert "data-search-key" in field
    assert not [
        attrs for attrs in page_of(client.get("/search/")).all("input") if attrs.get("id") == "search-all"
    ]


def test_the_key_can_be_switched_off(client: Client) -> None:
    form = page_of(client.get("/profile/")).form("/profile/")
    client.post("/profile/", form | {"keys": "off"})
    assert b"data-search-key" not in client.get("/measures/").content
    assert page_of(client.get("/profile/")).form("/profile/")["keys"] == "off"


@pytest.mark.parametrize("count", [1, 8])
def test_questions_do_not_grow_with_what_is_found(
    client: Client, cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        a_measure(cast, name=f"Alder {number}")
        a_unit(cast.riverside, f"Alder {number}")
    with django_assert_num_queries(20 if count == 1 else 18):
        client.get("/search/", {"q": "alder"})
