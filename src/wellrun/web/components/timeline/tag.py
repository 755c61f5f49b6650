"""`{% timeline %}`: history with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that happened: what, why, by whom, when."""

    title: str
    lines: tuple[str, ...] = ()
    reason: str = ""
    by: str = ""
    icon: str = "info"
    when: str = ""
    """In words, as people read it."""
    when_iso: str = ""
    """For machines; empty where the moment is not a date."""


def timeline(*, moments: Sequence[Moment]) -> dict[str, object]:
    """Newest first."""
    return {"moments": moments}
