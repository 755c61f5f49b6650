"""No GET changes anything: every table is compared before and after each address with a real thing in it."""

import hashlib

import pytest
from django.apps import apps
from django.db import transaction
from pytest_django import Settings

from tests.build.asking import Browser
from tests.build.kept import kept
from tests.build.whole_world import World
from tests.house.cells import GOOD, address_of, wanted

SESSIONS = "accounts_session"
"""Reading a page may keep its session alive: the one table that is not compared."""
QUERY = "?saved={change_id}&at={driver_id}&after={cycle_id}&project={project_id}&q=ward"
WHO = {"nobody": "", "partner": "", "admin": "", "lead": QUERY}
Asked = tuple[World, dict[str, Browser]]


@pytest.fixture(autouse=True)
def faults_are_raised(settings: Settings) -> None:
    settings.DEBUG_PROPAGATE_EXCEPTIONS = True


@kept
def asked(world: World) -> Asked:
    return world, world.browsers()


def state() -> dict[str, str]:
    """A hash of every row of every table."""
    return {
        model._meta.db_table: hashlib.sha256(
            repr(list(model._default_manager.order_by("pk").values_list())).encode()
        ).hexdigest()
        for model in apps.get_models(include_auto_created=True)
        if model._meta.db_table != SESSIONS
    }


def addresses(world: World) -> list[str]:
    return [address_of(row, world.here.things) for row in wanted() if row.method == "GET" and not row.case]


@pytest.mark.django_db
@pytest.mark.parametrize("who", WHO)
def test_a_get_changes_nothing(asked: Asked, who: str) -> None:
    world, browsers = asked
    ending = WHO[who].format_map(world.here.things)
    before, statuses = state(), []
    for address in addresses(world):
        answer = browsers[who].ask("GET", address + ending, is_kept=True)
        assert not answer.wrote or state() == before, f"GET {address} changed something"
        statuses.append(answer.status)
    assert state() == before
    assert statuses.count(200) >= (5 if who == "nobody" else 50)


@pytest.mark.django_db
def test_a_change_would_be_seen(asked: Asked) -> None:
    """Even of one field of one row."""
    before = state()
    with transaction.atomic():
        asked[1]["lead"].ask("POST", "/preferences/theme/", {"theme": "dark"}, is_kept=True)
        assert {table for table, rows in state().items() if rows != before[table]} >= {"accounts_person"}
        transaction.set_rollback(True)
    assert state() == before


def test_every_get_is_asked_with_a_thing_that_is_there() -> None:
    """Or its row in cells.toml says why there is none."""
    empty = [
        row.key
        for row in wanted()
        if row.method == "GET" and not GOOD["GET"] & set(row.answers.values()) and not row.because
    ]
    assert empty == []
