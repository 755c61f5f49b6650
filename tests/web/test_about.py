"""Accessibility, health, robots, favicon."""

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.web.html import page_of


@pytest.mark.django_db
def test_accessibility_is_told_honestly(client: Client) -> None:
    page = page_of(client.get("/accessibility/"))
    assert "What we know is not right yet" in page.words
    assert page.title == "Accessibility · Wellrun"


@pytest.mark.django_db
def test_health_answers_a_machine(client: Client) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")


def test_robots_are_asked_to_stay_out(client: Client) -> None:
    assert b"Disallow: /" in client.get("/robots.txt").content


def test_the_favicon_leads_to_a_file_that_exists(client: Client) -> None:
    location = client.get("/favicon.ico")["Location"]
    assert finders.find(location.removeprefix("/static/"))
