"""Requests that mean harm, or are far too much: kind words, and nothing of what they tried."""

import pytest
from django.test import Client

from tests.web.html import page_of
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor

ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "javascript:alert(1)",
    "http:evil.example",
    " //evil.example",
    "\t//evil.example",
)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_led_to_another_site(client: Client, address: str) -> None:
    answers = (
        client.post("/preferences/theme/", {"theme": "dark", "next": address}),
        client.get("/sign-in/", {"next": address}),
        Client().post("/sign-in/demo/", {"person": "1", "next": address}),
    )
    for answer in answers:
        assert answer.status_code == 303
        assert answer["Location"].startswith("/")
        assert not answer["Location"].startswith(("//", "/\\"))


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["\r\nSet-Cookie: a=b", "\nX-Mine: 1", "\r\n\r\n<html>", "\x00"])
def test_no_header_can_be_added_through_an_address(client: Client, ending: str) -> None:
    for answer in (
        client.post("/preferences/theme/", {"theme": "dark", "next": f"/measures/{ending}"}),
        client.get("/sign-in/", {"next": f"/measures/{ending}"}),
    ):
        assert answer.status_code == 303
        assert "a" not in answer.cookies
        assert "X-Mine" not in answer
        assert not any(sign in answer["Location"] for sign in "\r\n\x00")


@pytest.mark.django_db
def test_a_form_of_ten_megabytes_is_answered_kindly(client: Client, demo: Actor) -> None:
    answer = client.post("/measures/new/", {"pasted": "x" * (10 * 1024 * 1024)})
    assert answer.status_code == 413
    assert "That file is too large" in page_of(answer).words
    assert "Keep only the columns the chart needs" in page_of(answer).words
    answer = client.post("/projects/bring/", {"file": "x" * (10 * 1024 * 1024)})
    assert (answer.status_code, "wellrun project import" in page_of(answer).words) == (413, True)


@pytest.mark.django_db
def test_a_form_of_a_thousand_fields_is_answered_kindly(client: Client) -> None:
    answer = client.post("/preferences/theme/", {f"field{number}": "x" for number in range(1000)})
    assert answer.status_code == 400
    assert "Nothing was saved." in page_of(answer).words


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["rot13", "idna", "zip", "utf-16", "punycode", "none-such"])
def test_a_form_in_no_encoding_of_a_browser_is_answered_kindly(client: Client, charset: str) -> None:
    body = b'--a\r\nContent-Disposition: form-data; name="theme"\r\n\r\n\xffdark\r\n--a--\r\n'
    kind = f"multipart/form-data; boundary=a; charset={charset}"
    answer = client.generic("POST", "/preferences/theme/", body, content_type=kind)
    assert answer.status_code == 400
    assert "Nothing was saved." in page_of(answer).words


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/sign-in/", "/sign-in/forgotten/", "/measures/new/"])
def test_a_body_that_is_no_form_is_answered_with_the_page(address: str) -> None:
    answer = Client().post(address, '{"login": "a"}', content_type="application/json")
    assert answer.status_code in {303, 422}
    assert "json" not in answer["Content-Type"]


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_not_answered() -> None:
    answer = Client(headers={"Host": "evil.example"}).get("/sign-in/")
    assert answer.status_code == 400


@pytest.mark.django_db
def test_the_session_of_somebody_who_was_shut_out_ends_with_the_next_request(
    client: Client, demo: Actor
) -> None:
    assert client.get("/").status_code == 200
    Person.objects.filter(pk=demo.id).update(is_active=False)
    assert client.get("/").status_code == 303
