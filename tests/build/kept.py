"""Worlds that many tests begin with are built once for all that follow each other; each gets its own copy.

``@kept`` stands in place of ``@pytest.fixture`` where a fixture only builds: from other kept fixtures, or
from nothing. What it wrote lies in a transaction around those tests; each test has one of its own inside,
taken back as ever. Under a test lies what its fixtures ask for; the rest is taken back before it.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from inspect import signature
from typing import Any

import pytest
from django.db import connection, transaction

Build = Callable[..., Any]
COMMITS = {"transactional_db", "live_server", "django_db_reset_sequences"}
USES = COMMITS | {"db"}


@dataclass(frozen=True)
class Layer:
    """What one fixture built, in a transaction that is open as long as the layer is wanted."""

    build: Build
    made: dict[Build, Any]
    """What it gave, and what those below gave as it is since: a build may change what it is given."""
    around: transaction.Atomic

    def take_back(self) -> None:
        transaction.set_rollback(True)
        self.around.__exit__(None, None, None)


_layers: list[Layer] = []
_copies: dict[Build, Any] = {}


def kept(build: Build) -> Any:
    """A fixture of the same name. Where a test commits, it is built for that test alone."""

    @wraps(build)
    def fixture(**parts: Any) -> Any:
        return _copies[build] if build in _copies else build(**parts)

    fixture.build = build  # type: ignore[attr-defined]
    return pytest.fixture(fixture)


def wanted(item: pytest.Item) -> list[Build]:
    """The builds that a test begins with, each after those that it needs."""
    fixtures = {name: found[-1] for name, found in item._fixtureinfo.name2fixturedefs.items()}  # type: ignore[attr-defined]
    builds = {
        name: build for name, found in fixtures.items() if (build := getattr(found.func, "build", None))
    }
    order: dict[str, Build] = {}

    def add(name: str) -> bool:
        """Whether the fixture can be kept: not where it needs something that cannot."""
        if name not in builds or not all(add(part) for part in fixtures[name].argnames if part != "db"):
            return False
        order[name] = builds[name]
        return True

    if builds and not _commits(item):
        for name in item.fixturenames:  # type: ignore[attr-defined]
            add(name)
    return list(order.values())


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool((marker and (marker.args or marker.kwargs)) or COMMITS & set(item.fixturenames))  # type: ignore[attr-defined]


def is_in_the_way(item: pytest.Item) -> bool:
    """Whether another world still lies there than the one that a test of the database begins with."""
    uses = item.get_closest_marker("django_db") or USES & set(item.fixturenames)  # type: ignore[attr-defined]
    return bool(_layers and uses and wanted(item)[:1] != [_layers[0].build])


def lay(builds: list[Build]) -> None:
    """Let exactly these lie under the next test, and give it its copies."""
    same = 0
    while same < len(_layers) and same < len(builds) and _layers[same].build is builds[same]:
        same += 1
    clear(down_to=same)
    if not _layers and connection.in_atomic_block:
        return  # a file that keeps a world in its own way
    for build in builds[same:]:
        _add(build)
    _copies.update(_made_so_far())


def _made_so_far() -> dict[Build, Any]:
    """A copy: nobody touches the original."""
    return deepcopy(_layers[-1].made) if _layers else {}


def _add(build: Build) -> None:
    """A build that fails leaves nothing behind."""
    made = _made_so_far()
    below = {each.__name__: given for each, given in made.items()} | {"db": None}
    around = transaction.atomic()
    around.__enter__()
    try:
        made[build] = build(**{name: below[name] for name in signature(build).parameters})
    except BaseException as error:
        around.__exit__(type(error), error, error.__traceback__)
        raise
    _layers.append(Layer(build, made, around))


def clear(*, down_to: int = 0) -> None:
    """Take back all but the first so many layers, the last one first."""
    _copies.clear()
    while len(_layers) > down_to:
        _layers.pop().take_back()
