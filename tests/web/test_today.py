"""Today: what needs a look, a story, and how to begin."""

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast, a_person, an_organisation
from tests.build.measures import a_measure, week
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure
from wellrun.measures.services import create_measure
from wellrun.measures.values import MeasureDefinition, NewObservation

JUMP = [
    24,
    27,
    21,
    25,
    22,
    28,
    23,
    26,
    20,
    24,
    27,
    22,
    25,
    23,
    26,
    21,
    24,
    27,
    23,
    25,
    22,
    26,
    24,
    21,
    23,
    41,
]


@pytest.mark.django_db
def test_an_empty_installation_says_how_to_begin(client: Client) -> None:
    page = page_of(client.get("/"))
    assert page.title == "Today · Wellrun"
    assert "Nothing here yet. Bring a few numbers" in page.words
    assert "/measures/new/" in page.links()


def test_a_concerning_measure_needs_a_look(client: Client, cast: Cast, demo: Actor) -> None:
    doses = a_measure(cast, by=demo, name="Doses of as-needed medicine", chart="i", values=JUMP, target=None)
    page = page_of(client.get("/"))
    assert "1 measure needs a look." in page.words
    assert "Doses of as-needed medicine" in page.words
    assert doses.plain in page.words
    assert f"/measures/{doses.pk}/" in page.links()


def test_steady_measures_ask_for_nothing(client: Client, cast: Cast, demo: Actor) -> None:
    a_measure(cast, by=demo, values=[3, 4, 5, 4] * 5, target=None)
    assert "Nothing needs a look." in page_of(client.get("/")).words


def test_an_invented_story_is_called_invented(client: Client, cast: Cast, demo: Actor) -> None:
    a_measure(cast, by=demo, is_invented=True)
    page = page_of(client.get("/"))
    assert "A story to begin with" in page.words
    assert "Invented. See what a change" in page.words


def test_a_good_change_is_shown_as_getting_better(client: Client, measure: Measure) -> None:
    words = page_of(client.get("/")).words
    assert "Getting better" in words
    assert "Needs a look" not in words


def test_what_another_organisation_shares_needs_no_look_here(client: Client, cast: Cast) -> None:
    elsewhere = a_person("Nora Elsewhere", an_organisation("Lakeside"))
    definition = MeasureDefinition(
        name="Waits elsewhere", chart="i", direction="decrease", visibility="public"
    )
    numbers = [NewObservation(period=week(place), value=value) for place, value in enumerate(JUMP)]
    create_measure(
        actor=elsewhere,
        organisation_id=elsewhere.organisation_id or 0,
        definition=definition,
        observations=numbers,
        now=NOW,
    )
    assert "Nothing needs a look." in page_of(client.get("/")).words
    assert "1 measure needs a look." in page_of(signed_in(elsewhere).get("/")).words
