"""The choice of a unit: open units in the order of the tree, indented as in the tree."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun.core.actor import Actor
from wellrun.organisations.queries import Unit, units_to_choose

STEP = "\u2003"
"""A wide space: lists to choose from show no tree."""


def unit_choices(
    actor: Actor, organisation_ids: Sequence[int], kept: Unit | None = None
) -> list[tuple[int, str]]:
    """Units to choose from. ``kept`` is chosen already, and stays a choice even when it was closed."""
    units = units_to_choose(actor, organisation_ids)
    if kept is not None and kept not in units:
        units = [kept, *units]
    return [(unit.pk, STEP * unit.depth + unit.name) for unit in units]


def number_in(text: str) -> int | None:
    """A chosen unit's id; ``None`` for no choice."""
    return int(text) if text.isdecimal() else None
