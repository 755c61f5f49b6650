"""Every route, method and role: what cells.toml says is what the product answers.

A new route fails here with the lines to paste into cells.toml: judge each answer before you paste it.
``WELLRUN_WRITE_CELLS=1 pytest -n 0 tests/house/test_cells.py`` writes the whole file, to be read as a diff.
"""

import os

import pytest
from pytest_django import Settings

from tests.build.asking import Browser
from tests.build.kept import kept
from tests.build.roles import ROLES
from tests.build.whole_world import World
from tests.house.access_page import PAGE, page
from tests.house.asked import seen
from tests.house.cells import (
    ANSWERS,
    CELLS,
    GOOD,
    Row,
    area_of,
    areas,
    asked_as,
    lines,
    rows,
    wanted,
)
from tests.house.repository import place

ENOUGH = 3_000
WRITES_CELLS = bool(os.environ.get("WELLRUN_WRITE_CELLS"))
Asked = tuple[World, dict[str, Browser]]
A_SERVICE = {"openid_connect": {"APPS": [{
    "provider_id": "trust", "name": "Riverside account", "client_id": "wellrun", "secret": "x",
    "settings": {"server_url": "http://127.0.0.1:9", "issuer": "http://127.0.0.1:9", "organisation": ""},
}]}}  # fmt: skip
"""A service to sign in with, so that an organisation can require it. Nobody asks it anything."""
_written: dict[str, str] = {}


@pytest.fixture(autouse=True)
def as_it_is_asked(settings: Settings) -> None:
    settings.DEBUG_PROPAGATE_EXCEPTIONS = True
    settings.SOCIALACCOUNT_PROVIDERS = A_SERVICE


@kept
def asked(world: World) -> Asked:
    return world, world.browsers()


def complaint(row: Row, found: dict[str, str]) -> str:
    """What differs, and the lines as they would be right; empty where the file is right."""
    differs = [
        f"  {role} ({ROLES[role]}): expected {row.answers.get(role, 'nothing')}, was answered {answer}"
        for role, answer in found.items()
        if row.answers.get(role) != answer
    ]
    if not differs:
        return ""
    return "\n".join([row.key, *differs, "as answered:", lines(row, found)])


def complaints(asked: Asked, area: str, *, everybody: bool) -> str:
    """What differs in all rows of an area."""
    world, browsers = asked
    told = []
    for row in wanted():
        if area_of(row.route) == area:
            roles = asked_as(row, everybody=everybody)
            found = seen(row, world, {role: browsers[role] for role in roles})
            _written[row.key] = lines(row, found)
            told.append(complaint(row, found))
    return "\n".join(filter(None, told))


@pytest.mark.django_db  # so that there is a database at all; the world lies around it
@pytest.mark.parametrize("area", areas())
def test_every_role_gets_the_answer_of_its_cell(asked: Asked, area: str) -> None:
    told = complaints(asked, area, everybody=WRITES_CELLS)
    if WRITES_CELLS:
        kept = {row.key: lines(row, row.answers) for row in wanted()} | _written
        CELLS.write_text(HEAD + "\n".join(kept.values()), encoding="utf-8")
        rows.cache_clear()
    else:
        assert not told, f"\nJudge these answers, then paste the lines into {place(CELLS)}:\n\n{told}"


@pytest.mark.deep
@pytest.mark.django_db
@pytest.mark.parametrize("area", areas())
def test_so_does_every_role_where_everybody_is_answered_alike(asked: Asked, area: str) -> None:
    assert not complaints(asked, area, everybody=True)


HEAD = """\
# For every route and method: who gets which answer. docs/reference/access.md explains the words for roles and
# answers; it is made from this file and from routes.toml (`python -m tests.house.access_page`).
# `with` is what is sent, `at` which thing of the world is asked for (see tests/build/whole_world.py);
# `because` says why no role gets a good answer.

"""


def test_each_row_is_about_a_route_and_names_each_role_once() -> None:
    known = {row.key for row in wanted()}
    assert set(rows()) - known == set()
    for row in rows().values():
        assert set(row.answers) == set(ROLES), row.key
        assert set(row.answers.values()) <= set(ANSWERS), row.key


def test_each_row_has_a_role_that_gets_through_or_says_why_not() -> None:
    """Else a row might prove nothing: the same form that is refused to some is taken from others."""
    shut = [
        row.key
        for row in rows().values()
        if not GOOD[row.method] & set(row.answers.values()) and not row.because
    ]
    assert shut == []


def test_there_are_enough_cells() -> None:
    assert sum(len(asked_as(row)) for row in rows().values()) >= ENOUGH


def test_the_page_about_access_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.house.access_page"
