"""Whether a request is worth a panel. Loaded for every chart, so it imports nothing large."""

from __future__ import annotations

from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from wellrun.cli.charting.refused import Refused
from wellrun.cli.charting.request import Request
from wellrun.cli.charting.source import Found

MANY_ROWS = 150_000
"""With fewer rows, loading what a panel needs takes longer than charting the series one by one."""
FORMATS = {"text", "csv", "readings"}
"""The other formats show every series as a chart of its own."""


LARGE = 200_000_000
"""Bytes of a text file beyond which it is read bit by bit; up to this, a file may be written in any way."""


def is_large(request: Request) -> bool:
    """Whether a file is read bit by bit: Parquet, and text that would fill a computer's memory."""
    path = Path(request.file)
    if not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        head = file.read(4)
        is_parquet = head == b"PAR1"
        if is_parquet and not is_installed():
            raise Refused(
                f"“{path.name}” is a Parquet file, and what reads it is not installed.",
                remedy="Install it: pip install 'wellrun[panel]'. Or save the table as CSV.",
            )
        return is_parquet or (path.stat().st_size > LARGE and head != b"PK\x03\x04" and is_installed())
    return False


def is_for_panel(request: Request, found: Found) -> bool:
    """Whether there are many rows of many series, and everything that was asked for has a compiled form."""
    return len(found.table) >= MANY_ROWS and bool(found.roles.by) and can_be_panel(request) and is_installed()


def can_be_panel(request: Request) -> bool:
    """Whether a panel can do what was asked for."""
    places = [request.freeze or "1", *request.phases]
    return (
        request.format in FORMATS
        and not request.exclude
        and not (request.subgroup or request.centre or request.screen)
        and not request.bridge_gaps
        and all(place.strip().isdecimal() for place in places)
    )


def is_installed() -> bool:
    """Whether the extra ``wellrun[panel]`` is there."""
    return all(find_spec(name) for name in ("numba", "pyarrow"))
