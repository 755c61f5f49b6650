"""Worlds that many tests begin with are built once for a file of tests; every test gets its own copy.

``@kept`` stands in place of ``@pytest.fixture`` where a fixture only builds: from other kept fixtures, or
from nothing. What it wrote lies in a transaction around the tests of the file; each test has one of its own
inside, taken back as ever. Under a test lies what its fixtures ask for; the rest is taken back before it.
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


@dataclass(frozen=True)
class Layer:
    """What one fixture built, in a transaction that is open as long as the layer is wanted."""

    build: Build
    made: Any
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
    marker = item.get_closest_marker("django_db")
    commits = bool(marker and (marker.args or marker.kwargs)) or COMMITS & set(item.fixturenames)  # type: ignore[attr-defined]
    if commits:
        return []
    known = {name: found[-1] for name, found in item._fixtureinfo.name2fixturedefs.items()}  # type: ignore[attr-defined]
    order: dict[str, Build] = {}

    def add(name: str) -> bool:
        """Whether the fixture can be kept."""
        build = getattr(known[name].func, "build", None) if name in known else None
        if build is None or not all(add(part) for part in known[name].argnames if part != "db"):
            return False
        order[name] = build
        return True

    for name in item.fixturenames:  # type: ignore[attr-defined]
        add(name)
    return list(order.values())


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
    _copies.update(deepcopy({layer.build: layer.made for layer in _layers}))


def _add(build: Build) -> None:
    """A build that fails leaves nothing behind."""
    below = {layer.build.__name__: layer.made for layer in _layers} | {"db": None}
    around = transaction.atomic()
    around.__enter__()
    try:
        made = build(**{name: below[name] for name in signature(build).parameters})
    except BaseException as error:
        around.__exit__(type(error), error, error.__traceback__)
        raise
    _layers.append(Layer(build, made, around))


def clear(*, down_to: int = 0) -> None:
    """Take back all but the first so many layers, the last one first."""
    _copies.clear()
    while len(_layers) > down_to:
        _layers.pop().take_back()
