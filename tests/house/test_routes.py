"""Every route is in the matrix, and answers only the methods that the matrix names."""

import re

import pytest
from django.test import Client

from tests.build.asking import Browser
from tests.build.cast import a_person
from tests.house.routes import METHODS, addresses, matrix

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


def lines_for(missing: set[str]) -> str:
    return "\n".join(f'["{route}"]\nGET = "who may?"\nPOST = "who may?"\n' for route in sorted(missing))


def test_every_route_is_in_the_matrix_and_no_other() -> None:
    missing, gone = set(addresses()) - set(matrix()), set(matrix()) - set(addresses())
    assert not missing, f"\nSay in tests/house/routes.toml who may use these:\n\n{lines_for(missing)}"
    assert not gone, f"tests/house/routes.toml names addresses that are not there: {sorted(gone)}"


@pytest.mark.django_db
def test_a_method_that_is_not_named_is_refused() -> None:
    browser = Browser(a_person("Mina Berg").id)
    for route, named in matrix().items():
        for method in (*METHODS, "TRACE"):
            if method not in named:
                answer = browser.ask(method, sample(route))
                assert (answer.status, answer.wrote) == (405, False), f"{method} {route}"
                assert b"only takes what a form sends" in answer.body, f"{method} {route}"


@pytest.mark.django_db
def test_a_post_without_its_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    for route, named in matrix().items():
        if "POST" in named:
            assert client.post(sample(route)).status_code == 403, route
