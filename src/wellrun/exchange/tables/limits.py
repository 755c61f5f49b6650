"""How large a file may be before we say so, and read no further."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What we take. The defaults suit a command on a person's own computer; a page takes far less."""

    bytes: int = 2_000_000_000
    rows: int = 10_000_000
    columns: int = 2_000
    unpacked_bytes: int = 4_000_000_000
    """A workbook is a zip archive; this is what it may unpack to."""
    cells: int = 60_000_000
    """The rectangle that a sheet's cells span. A reader takes memory for all of it, 32 bytes a cell."""
    at_once: int = 8_000_000
    """Bytes from which on a plain text file is read by Arrow, where it is installed: never for a page."""
    exact: bool = False
    """Measure workbooks exactly, as a page must, since anyone may send it a trap. Otherwise quickly."""
    advice: str = "Keep only the rows and columns you need."
    """What to do with a file that is too large."""


FOR_PAGES = Limits(
    bytes=5_000_000,
    rows=50_000,
    columns=100,
    unpacked_bytes=40_000_000,
    cells=1_000_000,
    exact=True,
    advice="Keep only the rows and columns you need, or use the command “wellrun chart”.",
)
"""What one page of the product takes from one person."""
