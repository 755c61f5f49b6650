"""`{% segments %}`: filters and ranges on one thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One choice: what it is called, where it leads, and whether it is the one in force."""

    text: str
    href: str
    is_current: bool = False


def segments(*, label: str, items: Sequence[Segment]) -> dict[str, object]:
    """Two to four choices side by side; ``label`` says to a screen reader what is being chosen."""
    return {"label": label, "items": items}
