"""Whether a request is worth a panel. Loaded for every chart, so it imports nothing large."""

from __future__ import annotations

from importlib.util import find_spec

from wellrun.cli.charting.request import Request
from wellrun.cli.charting.source import Found

MANY_ROWS = 150_000
"""With fewer rows, loading what a panel needs takes longer than charting the series one by one."""
KINDS = {None, "run", "i", "mr", "p", "u", "c"}
FORMATS = {"text", "csv", "readings"}
"""The other formats show every series as a chart of its own."""


def is_for_panel(request: Request, found: Found) -> bool:
    """Whether there are many rows of many series, and everything that was asked for has a compiled form."""
    return len(found.table) >= MANY_ROWS and bool(found.roles.by) and can_be_panel(request) and is_installed()


def can_be_panel(request: Request) -> bool:
    """Whether a panel can do what was asked for."""
    places = [request.freeze or "1", *request.phases]
    return (
        request.chart in KINDS
        and request.format in FORMATS
        and not request.exclude
        and all(place.strip().isdecimal() for place in places)
    )


def is_installed() -> bool:
    """Whether the extra ``wellrun[panel]`` is there."""
    return all(find_spec(name) for name in ("numba", "pyarrow"))
