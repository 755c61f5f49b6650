"""Between tests the database is emptied, audit records too: the guards step aside for that moment alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any

import pytest
from django.db import connection
from pytest_django.plugin import blocking_manager_key

from tests.build import kept, restricted

DEMO = "loaded"
"""The fixture of those that look at the demo world, which takes seconds to load in each worker."""


@contextmanager
def without_guards() -> Iterator[None]:
    """The database lets audit records be changed and removed, as somebody who owns it could make it do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
            yield
            cursor.execute("SET session_replication_role = DEFAULT")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_%'")
        guards = cursor.fetchall()
        for name, _sql in guards:
            cursor.execute(f"DROP TRIGGER {name}")
        yield
        for _name, sql in guards:
            cursor.execute(sql)


@pytest.fixture(scope="session", autouse=True)
def tables_can_be_emptied() -> Iterator[None]:
    """Django empties all tables after a test that commits."""
    operations = type(connection.ops)
    plain = operations.execute_sql_flush

    def flush(self: Any, statements: list[str]) -> None:
        with without_guards():
            plain(self, statements)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "execute_sql_flush", flush)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Where it is wanted, the second lock is set up once the tables are there."""
    if restricted.is_wanted():
        from wellrun.core.secure_database import Role, secure

        with django_db_blocker.unblock():
            secure(Role(name=restricted.ROLE, password="made up"))


@pytest.fixture(scope="session")
def worlds(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What tests begin with goes with the last of them."""
    yield
    with django_db_blocker.unblock():
        kept.clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture of a file that has nothing to do with the last world."""
    if kept.is_in_the_way(item):
        with item.config.stash[blocking_manager_key].unblock():
            kept.clear()


@pytest.fixture
def world_below(request: pytest.FixtureRequest, worlds: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        kept.lay(kept.wanted(request.node))


@pytest.fixture
def _django_db_helper(world_below: None, _django_db_helper: None) -> None:
    """The test's own transaction begins inside that of the world it begins with."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that begin with the same world follow each other, shuffled among themselves, file by file.

    All others stay where they are: those that commit come last, for they leave the database empty.
    """
    files = [list(tests) for _path, tests in groupby(items, key=lambda item: item.path)]
    places: dict[object, int] = {}
    placed = []
    for number, tests in enumerate(files):
        demo = DEMO if any(DEMO in item.fixturenames for item in tests) else number  # type: ignore[attr-defined]
        base = next((builds[0] for builds in map(kept.wanted, tests) if builds), demo)
        placed.append((places.setdefault(base, number), tests))
    placed.sort(key=itemgetter(0))
    items[:] = [item for _place, tests in placed for item in sorted(tests, key=_world_of)]


def _world_of(item: pytest.Item) -> list[str]:
    return [build.__name__ for build in kept.wanted(item)]
