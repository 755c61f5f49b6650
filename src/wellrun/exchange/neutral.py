"""Cells of a file that people open in a spreadsheet: text that would run as a formula is made to rest."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Full-width signs count as well: a spreadsheet set to Chinese or Japanese runs them."""


def neutral(cell: object) -> object:
    """The cell, with an apostrophe before text that a spreadsheet would take for a formula (CWE-1236)."""
    return f"'{cell}" if isinstance(cell, str) and _would_run(cell) else cell


def _would_run(text: str) -> bool:
    """Blanks before the sign are dropped by some programs that open the file."""
    return text.startswith(FORMULA) or text.lstrip().startswith(FORMULA)
