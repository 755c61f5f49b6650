"""Between tests the database is emptied, audit records too: the guards step aside for that moment alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection

from tests.build import restricted


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
