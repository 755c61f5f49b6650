"""`{% facts %}`: a few numbers with their names, large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number, what it is called, and its unit."""

    name: str
    number: str
    unit: str = ""


def facts(*, figures: Sequence[Figure]) -> dict[str, object]:
    """Two to four numbers that belong together."""
    return {"figures": figures}
