"""One number: change it, leave it out, take it out."""

from django.test import Client

from tests.web.html import page_of
from wellrun.measures.models import Measure, Observation


def address(measure: Measure, period: str = "2026-04-06") -> str:
    return f"/measures/{measure.pk}/observations/{period}/"


def row(measure: Measure) -> Observation:
    return Observation.objects.get(measure=measure, period="2026-04-06")


def test_the_page_holds_what_is_there(client: Client, measure: Measure) -> None:
    page = page_of(client.get(address(measure)))
    assert page.title == "Week of 6 April 2026 · Wellrun"
    assert page.form(address(measure))["value"] == "2"


def test_a_number_is_changed(client: Client, measure: Measure) -> None:
    response = client.post(address(measure), {"do": "save", "value": "4", "note": "Counted again"})
    assert response.status_code == 303
    assert (row(measure).value, row(measure).note) == (4, "Counted again")
    assert "Saved. Changed 2 to 4" in page_of(client.get(response["Location"])).words


def test_a_wrong_number_is_explained_and_kept(client: Client, measure: Measure) -> None:
    response = client.post(address(measure), {"do": "save", "value": "four", "note": ""})
    assert response.status_code == 422
    assert "You typed “four”." in page_of(response).words
    assert row(measure).value == 2


def test_a_number_is_left_out_with_a_reason_and_brought_back(client: Client, measure: Measure) -> None:
    without = client.post(address(measure), {"do": "leave-out", "reason": ""})
    assert without.status_code == 422
    assert "Say why this number is left out" in page_of(without).words
    client.post(address(measure), {"do": "leave-out", "reason": "The ward was closed"})
    assert row(measure).is_excluded
    assert "Left out of the limits" in page_of(client.get(f"/measures/{measure.pk}/")).words
    assert "Count it again" in page_of(client.get(address(measure))).words
    client.post(address(measure), {"do": "bring-back"})
    assert not row(measure).is_excluded


def test_a_number_is_taken_out_and_put_back(client: Client, measure: Measure) -> None:
    response = client.post(address(measure), {"do": "remove"})
    assert not Observation.objects.filter(measure=measure, period="2026-04-06").exists()
    page = page_of(client.get(response["Location"]))
    client.post(next(action for action in page.forms if action.startswith("/changes/")))
    assert row(measure).value == 2


def test_what_nobody_asked_for_changes_nothing(client: Client, measure: Measure) -> None:
    assert client.post(address(measure), {"do": "explode"}).status_code == 422
    assert row(measure).value == 2


def test_a_period_without_a_number_is_no_page(client: Client, measure: Measure) -> None:
    assert client.get(address(measure, "2020-01-01")).status_code == 404
    assert client.get(address(measure, "2020-13-45")).status_code == 404
