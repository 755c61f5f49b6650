"""`{% ramp %}`: the tests of one idea as a staircase that grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RampStep:
    """One test: its name, how large it is, what came of it."""

    title: str
    href: str
    icon: str
    scale: str
    outcome: str
    why: str = ""
    """In a few words, beside the outcome."""
    is_here: bool = False
    is_planned: bool = False
    note: str = ""
    """One more thing to know, for example that people talk about it."""


def ramp(*, steps: Sequence[RampStep]) -> dict[str, object]:
    """Six steps at most; the earliest first."""
    return {"steps": steps[-6:]}
