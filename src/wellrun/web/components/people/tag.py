"""`{% people %}`: who is in a team, with their roles in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Teammate:
    """One person: their name and what they are here."""

    name: str
    role: str
    href: str = ""


def people(*, team: Sequence[Teammate]) -> dict[str, object]:
    """Everybody looks alike: service users, carers and staff."""
    return {"team": team}
