"""Cells of a file that people open in a spreadsheet: text that would run as a formula is made to rest."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def neutral(cell: object) -> object:
    """The cell, with an apostrophe before text that a spreadsheet would take for a formula (CWE-1236)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
