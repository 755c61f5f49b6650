"""Light or dark, and the language: cookies that say nothing about anybody."""

import pytest
from django.test import Client

from tests.web.html import page_of


@pytest.mark.django_db
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chosen_theme_is_kept_and_used(client: Client, theme: str) -> None:
    response = client.post("/preferences/theme/", {"theme": theme, "next": "/accessibility/"})
    assert (response.status_code, response["Location"]) == (303, "/accessibility/")
    assert page_of(client.get("/")).all("html")[0]["data-theme"] == theme


@pytest.mark.django_db
@pytest.mark.parametrize("theme", ["device", "", "<b>"])
def test_anything_else_lets_the_device_decide(client: Client, theme: str) -> None:
    client.post("/preferences/theme/", {"theme": "dark"})
    client.post("/preferences/theme/", {"theme": theme})
    assert "data-theme" not in page_of(client.get("/")).all("html")[0]


@pytest.mark.django_db
def test_a_made_up_cookie_changes_nothing(client: Client) -> None:
    client.cookies["theme"] = '"><script>'
    assert "data-theme" not in page_of(client.get("/")).all("html")[0]


@pytest.mark.parametrize(
    "address", ["https://bad.example/", "//bad.example", "javascript:alert(1)", "", "\\\\bad.example"]
)
def test_nobody_is_sent_to_another_site(client: Client, address: str) -> None:
    assert client.post("/preferences/theme/", {"theme": "dark", "next": address})["Location"] == "/"


def test_an_unknown_language_is_not_kept(client: Client) -> None:
    response = client.post("/preferences/language/", {"language": "tlh", "next": "/"})
    assert not response.cookies
