"""Between tests the database is emptied, audit records too: the guards step aside for that moment alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

import pytest
from django.db import connection

from tests.build import kept, restricted


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


@pytest.fixture(scope="module", autouse=True)
def no_world_is_left(django_db_blocker: Any) -> Iterator[None]:
    """What the tests of a file began with goes with the last of them."""
    yield
    with django_db_blocker.unblock():
        kept.clear()


@pytest.fixture
def world_below(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        kept.lay(kept.wanted(request.node))


@pytest.fixture
def _django_db_helper(world_below: None, _django_db_helper: None) -> None:
    """The test's own transaction begins inside that of the world it begins with."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In a file those that begin with the same world follow each other, shuffled among themselves."""
    files = [list(tests) for _path, tests in groupby(items, key=lambda item: item.path)]
    items[:] = [item for tests in files for item in sorted(tests, key=world_of)]


def world_of(item: pytest.Item) -> list[str]:
    return [build.__name__ for build in kept.wanted(item)]
