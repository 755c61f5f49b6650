"""The matrix of routes: every address, what each method is for, and who may use it."""

import tomllib
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.repository import ROOT

MATRIX = ROOT / "tests" / "house" / "routes.toml"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def matrix() -> dict[str, dict[str, str]]:
    """Route -> method -> who may use it, and for what."""
    return tomllib.loads(MATRIX.read_text(encoding="utf-8"))


def addresses(resolver: URLResolver | None = None, before: str = "/") -> Iterator[str]:
    """Every route that Django would answer, written as in the matrix."""
    for entry in (resolver or get_resolver()).url_patterns:
        here = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield here
        else:
            yield from addresses(entry, here)
