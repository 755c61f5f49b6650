"""`{% tabs %}`: the parts of one thing, such as a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One part: what it is called, where it leads, and whether it is the one that is open."""

    text: str
    href: str
    is_current: bool = False


def tabs(*, label: str, items: Sequence[Tab]) -> dict[str, object]:
    """``label`` names the thing whose parts these are to a screen reader."""
    return {"label": label, "items": items}
