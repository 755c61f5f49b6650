"""Where a pattern lies, in words."""

from __future__ import annotations

from typing import TypeAlias

from wellrun_spc.messages import Message
from wellrun_spc.readings.scene import Scene
from wellrun_spc.results import Signal
from wellrun_spc.rules import Finding

Pattern: TypeAlias = Finding | Signal
"""What a rule found, before or after it has been put in words."""


def where(pattern: Pattern, scene: Scene) -> Message:
    """The periods a signal rests on: "6 April 2026", or "2 February 2026 to 6 April 2026"."""
    first, last = pattern.positions[0], pattern.positions[-1]
    if first == last:
        return "from_to.one", {"first": scene.moment(first)}
    return "from_to.other", {"first": scene.moment(first), "last": scene.moment(last)}


def when_of(pattern: Pattern, scene: Scene) -> str:
    """Whether the pattern reaches the latest point."""
    return "now" if pattern.positions[-1] == scene.latest else "then"


def ends_of(pattern: Pattern, scene: Scene) -> dict[str, object]:
    """Its first and last periods, as arguments."""
    return {"first": scene.named(pattern.positions[0]), "last": scene.named(pattern.positions[-1])}
