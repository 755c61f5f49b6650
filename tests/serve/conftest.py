"""The demo world, loaded once for all tests of a module that only look at it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from tests.build.demo_world import load


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """What was said while loading. Each test's own transaction is inside this one, which is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


@pytest.fixture
def world(loaded: list[str], db: None) -> None:
    """The demo world; what a test changes in it is taken back."""
