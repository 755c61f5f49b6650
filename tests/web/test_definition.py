"""What a measure is: its definition, and its removal."""

from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.measures import a_definition, weekly_ratios
from tests.web.html import page_of
from wellrun.core.actor import Actor
from wellrun.measures import services
from wellrun.measures.models import Measure


def address(measure: Measure) -> str:
    return f"/measures/{measure.pk}/definition/"


def test_the_definition_is_written_and_shown(client: Client, measure: Measure) -> None:
    data = page_of(client.get(address(measure))).form(address(measure))
    response = client.post(
        address(measure), {**data, "counts": "Every hold, however short.", "place": "Alder Ward"}
    )
    words = page_of(client.get(response["Location"])).words
    assert "Count this Every hold, however short." in words
    assert "Alder Ward, Riverside" in words


def test_a_measure_keeps_a_name(client: Client, measure: Measure) -> None:
    data = page_of(client.get(address(measure))).form(address(measure))
    response = client.post(address(measure), {**data, "name": ""})
    assert response.status_code == 422
    assert "Give the measure a name" in page_of(response).words


def test_targets_of_percentages_are_typed_as_percentages(client: Client, cast: Cast, demo: Actor) -> None:
    seen = services.create_measure(
        actor=demo,
        organisation_id=cast.riverside.pk,
        definition=a_definition(name="Seen in time", chart="p", target=0.95),
        observations=weekly_ratios([(9, 10)] * 12),
        now=NOW,
    )
    data = page_of(client.get(address(seen))).form(address(seen))
    assert data["target"] == "95"
    client.post(address(seen), {**data, "target": "80"})
    seen.refresh_from_db()
    assert seen.target == 0.8


def test_a_stale_definition_is_not_written_over(client: Client, measure: Measure) -> None:
    stale = page_of(client.get(address(measure))).form(address(measure))
    client.post(address(measure), {**stale, "counts": "First words"})
    response = client.post(address(measure), {**stale, "counts": "Other words"})
    assert response.status_code == 422
    assert "changed this" in page_of(response).words
    measure.refresh_from_db()
    assert measure.counts == "First words"


def test_a_measure_is_archived_and_collected_again(client: Client, measure: Measure) -> None:
    here = f"/measures/{measure.pk}/"
    answer = client.post(f"{here}archive/", {"do": "archive"}, follow=True)
    assert "Archived this measure." in page_of(answer).words
    assert here not in page_of(client.get("/measures/")).links()
    assert here in page_of(client.get("/measures/?archived=yes")).links()
    assert "Collect it again" in page_of(client.get(f"{here}definition/")).words
    client.post(f"{here}archive/", {"do": "collect"})
    assert here in page_of(client.get("/measures/")).links()
    assert client.get(f"{here}archive/").status_code == 302


def test_a_measure_is_removed_and_undo_brings_it_back(client: Client, measure: Measure) -> None:
    response = client.post(f"/measures/{measure.pk}/remove/")
    page = page_of(client.get(response["Location"]))
    assert response["Location"].startswith("/measures/?saved=")
    assert client.get(f"/measures/{measure.pk}/").status_code == 404
    undone = client.post(next(action for action in page.forms if action.startswith("/changes/")))
    assert client.get(undone["Location"]).status_code == 200
