"""Undo: the one button for every kind of change."""

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.measures import a_measure
from tests.web.html import page_of
from wellrun.core.actor import Actor
from wellrun.measures import services
from wellrun.measures.models import Measure
from wellrun.measures.values import Change


def changed(actor: Actor, measure: Measure, value: float) -> Change:
    return services.record_observation(
        actor=actor, measure=measure, period=measure.last_period, value=value, correct=True, now=NOW
    )


def test_what_somebody_changed_since_stays_and_is_said(
    client: Client, cast: Cast, demo: Actor, measure: Measure
) -> None:
    mine = changed(demo, measure, 4)
    changed(cast.member, measure, 5)
    response = client.post(f"/changes/{mine.id}/undo/")
    assert response.status_code == 409
    assert "Priya Nair has changed this since" in page_of(response).words


def test_undo_can_be_undone(client: Client, demo: Actor, measure: Measure) -> None:
    response = client.post(f"/changes/{changed(demo, measure, 4).id}/undo/")
    page = page_of(client.get(response["Location"]))
    again = client.post(next(action for action in page.forms if action.startswith("/changes/")))
    assert "Undone. Changed 2 to 4" in page_of(client.get(again["Location"])).words


@pytest.mark.django_db
def test_an_unknown_change_is_no_page(client: Client) -> None:
    assert client.post("/changes/999999/undo/").status_code == 404


def test_changes_of_a_private_measure_are_no_page(client: Client, cast: Cast, demo: Actor) -> None:
    private = a_measure(cast, by=cast.member, visibility="team")
    assert client.post(f"/changes/{changed(cast.member, private, 4).id}/undo/").status_code == 404


def test_a_look_at_the_address_changes_nothing(client: Client, demo: Actor, measure: Measure) -> None:
    change = changed(demo, measure, 4)
    assert client.get(f"/changes/{change.id}/undo/")["Location"] == f"/measures/{measure.pk}/"


def test_a_message_belongs_to_its_measure_and_its_moment(
    client: Client, cast: Cast, demo: Actor, measure: Measure
) -> None:
    other = a_measure(cast, by=demo, name="Falls each week")
    data = {"period": "2026-04-13", "value": "3", "note": ""}
    news = client.post(f"/measures/{measure.pk}/observations/", data)["Location"].split("?")[1]
    old = changed(demo, measure, 4)
    assert page_of(client.get(f"/measures/{measure.pk}/?{news}")).title.startswith("Saved:")
    assert not page_of(client.get(f"/measures/{other.pk}/?{news}")).title.startswith("Saved:")
    assert not page_of(client.get(f"/measures/{measure.pk}/?saved={old.id}")).title.startswith("Saved:")


@pytest.mark.parametrize("named", ["x", "-1", "0", "99999999999999999999", "999999"])
def test_an_address_that_names_no_change_shows_no_message(
    client: Client, measure: Measure, named: str
) -> None:
    page = page_of(client.get(f"/measures/{measure.pk}/", {"saved": named}))
    assert not page.title.startswith("Saved:")
