"""When something goes wrong: kind words, the right status, and nothing of the machine."""

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from tests.web.html import page_of
from wellrun.measures.models import Measure
from wellrun.web.shell.errors import bad_request, forbidden, not_found, server_error, too_large


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.get("/anywhere/")


@pytest.mark.parametrize(
    ("handler", "status", "title"),
    [
        (bad_request, 400, "We could not read that request"),
        (forbidden, 403, "You cannot do this here"),
        (not_found, 404, "We cannot find that page"),
        (too_large, 413, "That file is too large"),
        (server_error, 500, "Something went wrong here"),
    ],
)
def test_each_error_has_words_and_a_way_on_without_asking_the_database(
    request_: HttpRequest, handler: object, status: int, title: str
) -> None:
    response = handler(request_)  # type: ignore[operator]
    page = page_of(response)
    assert response.status_code == status
    assert page.title == f"{title} · Wellrun"
    assert "/" in page.links()
    assert str(status) not in page.words


@pytest.mark.django_db
def test_an_unknown_address_is_answered_in_the_products_own_look(client: Client) -> None:
    response = client.get("/no/such/page")
    assert response.status_code == 404
    assert "See all measures" in page_of(response).words


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_kindly(measure: Measure) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(f"/measures/{measure.pk}/observations/", {"value": "3"})
    assert response.status_code == 403
    assert "We could not be sure this came from you" in page_of(response).words


@pytest.mark.django_db
def test_the_wrong_method_is_said_in_words(client: Client) -> None:
    response = client.get("/preferences/theme/")
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    assert "only takes what a form sends" in page_of(response).words


@pytest.mark.django_db
def test_htmx_shows_an_error_as_a_whole_page(client: Client) -> None:
    response = client.get("/no/such/page", headers={"HX-Request": "true"})
    assert response["HX-Retarget"] == "body"


@pytest.mark.django_db
def test_a_fault_of_ours_tells_nothing_of_the_machine(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.raise_request_exception = False
    monkeypatch.setenv("WELLRUN_TEST_SECRET", "not-to-be-shown")
    monkeypatch.setattr("wellrun.web.today.views.present_today", None)
    response = client.get("/")
    assert response.status_code == 500
    assert "It is our mistake, not yours." in page_of(response).words
    assert b"Traceback" not in response.content
    assert b"not-to-be-shown" not in response.content
