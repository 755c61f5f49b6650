"""Every route is in the matrix, and answers only the methods that the matrix names."""

import re

import pytest
from django.test import Client

from tests.house.routes import METHODS, PAGE, addresses, matrix, page

SAMPLES = {
    "int": "1",
    "day": "2026-04-13",
    "str": "x",
    "uuid": "00000000-0000-4000-8000-000000000001",
    "slug": "x",
    "base36": "x",
}


def sample(route: str) -> str:
    return re.sub(r"<(\w+):\w+>", lambda found: SAMPLES[found[1]], route)


def refused() -> list[tuple[str, str]]:
    return [(route, method) for route, named in matrix().items() for method in METHODS if method not in named]


def test_every_route_is_in_the_matrix_and_no_other() -> None:
    assert set(addresses()) == set(matrix())


def test_the_page_about_access_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.django_db
@pytest.mark.parametrize(("route", "method"), refused())
def test_a_method_that_is_not_named_is_refused(client: Client, route: str, method: str) -> None:
    assert client.generic(method, sample(route)).status_code == 405


@pytest.mark.parametrize("route", [route for route, named in matrix().items() if "POST" in named])
@pytest.mark.django_db
def test_a_post_without_its_token_is_refused(route: str) -> None:
    assert Client(enforce_csrf_checks=True).post(sample(route)).status_code == 403
