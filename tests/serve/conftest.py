"""The demo world, loaded once for all tests that only look at it."""

import sqlite3
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.build.demo_world import load

Copy = tuple[sqlite3.Connection, list[str]]
"""A database, and what was said while it was filled."""


@pytest.fixture(scope="session")
def copies(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Copy, Copy]]:
    """The test's SQLite database as it was, and with the demo world: loading takes seconds, a copy none."""
    with django_db_blocker.unblock():
        before = (_copied(), list[str]())
        said = load()
        after = (_copied(), said)
        _put_back(before)
    yield before, after
    for database, _said in (before, after):
        database.close()


@pytest.fixture(scope="module")
def loaded(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[list[str]]:
    """What was said while loading. Each test's own transaction is taken back."""
    if connection.vendor != "sqlite":
        with django_db_blocker.unblock(), transaction.atomic():
            yield load()
            transaction.set_rollback(True)
        return
    before, after = request.getfixturevalue("copies")
    with django_db_blocker.unblock():
        _put_back(after)
    yield after[1]
    with django_db_blocker.unblock():
        _put_back(before)


@pytest.fixture
def world(loaded: list[str], db: None) -> None:
    """The demo world; what a test changes in it is taken back."""


def _copied() -> sqlite3.Connection:
    connection.ensure_connection()
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(copy)
    return copy


def _put_back(copy: Copy) -> None:
    connection.ensure_connection()
    copy[0].backup(connection.connection)
