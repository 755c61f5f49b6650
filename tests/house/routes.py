"""The matrix of routes: every address, what each method is for, and who may use it."""

import tomllib
from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.repository import ROOT

MATRIX = ROOT / "tests" / "house" / "routes.toml"
PAGE = ROOT / "docs" / "reference" / "access.md"
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


def page() -> str:
    """docs/reference/access.md, from the matrix."""
    rows = [
        f"| `{route}` | {method} | {who} |"
        for route, methods in sorted(matrix().items())
        for method, who in methods.items()
    ]
    return "\n".join(
        [
            "# Access",
            "",
            "Every address of the product, and who may use it. Made from `tests/house/routes.toml`.",
            "A method that is not named is refused (405). What a person may not see does not exist (404).",
            "Who has not signed in is led to the sign-in page, except where the address says everybody.",
            "",
            "| Address | Method | Who |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
