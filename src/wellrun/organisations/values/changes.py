"""A change to an organisation, in words, with the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What was saved. ``id`` is the audit record's; 0 where nothing has changed."""

    id: int
    sentence: str
    kind: str = ""
    """What was done, without the thing: "moved", "given"."""
    by: str = ""
    reason: str = ""
    at: datetime | None = None
    is_undo: bool = False
    can_undo: bool = False
