"""`{% measure_card %}`: one measure on a list or a board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import mark_safe


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLine:
    """A sign with its words."""

    of: str
    word: str
    side: str = ""
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureCard:
    """All that a card shows, in words."""

    title: str
    href: str
    value: str
    unit: str = ""
    kind: str = ""
    spark: str = ""
    """A drawing from wellrun_spc.draw, with its own spoken label."""
    signs: Sequence[SignLine] = ()


def measure_card(*, card: MeasureCard) -> dict[str, object]:
    """Name, latest value, trend, and what the data says."""
    return {"card": card, "spark": mark_safe(card.spark)}  # noqa: S308 - drawn by wellrun_spc.draw
