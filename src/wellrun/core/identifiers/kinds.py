"""Which identifiers are looked for in which country: those built in, and those of installed packages."""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from wellrun.core.identifiers import elsewhere, united_kingdom
from wellrun.core.identifiers.kind import Kind

__all__ = ["GROUP", "Kind", "kinds_for"]

GROUP = "wellrun.identifiers"
"""The group of entry points; each names a `Kind`."""


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Everything there is, found once for each process."""
    added = [point.load() for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)]
    return (*united_kingdom.KINDS, *elsewhere.KINDS, *added)


def kinds_for(country: str) -> tuple[Kind, ...]:
    """The country's own. Where none is known, or no country was given, the United Kingdom's."""
    own = tuple(kind for kind in all_kinds() if country.upper() in kind.countries)
    return own or united_kingdom.KINDS
