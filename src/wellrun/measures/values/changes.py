"""A change that was made: what a service gives back, and what an undo button needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One write to a measure. ``id`` is what undo takes; 0 where nothing was written."""

    id: int
    measure_id: int
    kind: str
    """added, corrected, removed, excluded, included, started, ended, annotated, defined, created ..."""
    sentence: str
    period: date | None = None
    by: str = ""
    at: datetime | None = None
    reason: str = ""
    is_undo: bool = False
