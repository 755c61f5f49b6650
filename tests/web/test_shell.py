"""What stands around every page: navigation, headers, language, theme."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.web.html import page_of
from wellrun.measures.models import Measure

PAGES = ["/", "/measures/", "/measures/new/", "/design/", "/accessibility/"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_one_main_part_a_skip_link_and_its_room_marked(client: Client, address: str) -> None:
    page = page_of(client.get(address))
    assert page.all("main") == [{"id": "main", "class": "page", "tabindex": "-1"}]
    assert page.all("a")[0]["href"] == "#main"
    assert page.all("html")[0]["lang"] == "en-gb"
    assert page.all("h1")


@pytest.mark.django_db
def test_navigation_shows_only_rooms_that_exist_and_where_one_is(client: Client, measure: Measure) -> None:
    rooms = [
        attrs
        for attrs in page_of(client.get(f"/measures/{measure.pk}/")).all("a")
        if "nav__link" in attrs.get("class", "")
    ]
    assert [room["href"] for room in rooms] == ["/", "/projects/", "/control/"]
    assert [room.get("aria-current") for room in rooms] == [None, "true", None]
    today = [attrs for attrs in page_of(client.get("/")).all("a") if "nav__link" in attrs.get("class", "")]
    assert [room.get("aria-current") for room in today] == ["page", None, None]


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_headers_keep_pages_private_and_scripts_ours(client: Client, address: str) -> None:
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert response["Cache-Control"] == "private, no-store"
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.django_db
@pytest.mark.parametrize("address", PAGES)
def test_no_page_carries_a_script_or_a_style_of_its_own(client: Client, address: str) -> None:
    page = page_of(client.get(address))
    assert all("src" in attrs for attrs in page.all("script"))
    assert not page.all("style")
    assert not [
        attrs
        for _tag, attrs in page.elements
        if "style" in attrs or any(name.startswith("on") for name in attrs)
    ]


@pytest.mark.django_db
def test_another_language_brings_a_form_and_its_direction(client: Client, settings: Settings) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("ar", "العربية")]
    assert "/preferences/language/" in page_of(client.get("/")).forms
    client.post("/preferences/language/", {"language": "ar", "next": "/"})
    page = page_of(client.get("/"))
    assert page.all("html")[0]["dir"] == "rtl"
    assert page.all("html")[0]["lang"] == "ar"


@pytest.mark.django_db
def test_with_one_language_there_is_nothing_to_choose(client: Client) -> None:
    page = page_of(client.get("/"))
    assert "/preferences/language/" not in page.forms
    assert "English" in page.words
