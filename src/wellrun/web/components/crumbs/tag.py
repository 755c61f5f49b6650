"""`{% crumbs %}`: where you are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A page above this one."""

    text: str
    href: str


def crumbs(*, trail: Sequence[Crumb], here: str) -> dict[str, object]:
    """The pages above, nearest last, and the kind of page this is. Phones show only the parent."""
    return {"trail": trail, "here": here}
