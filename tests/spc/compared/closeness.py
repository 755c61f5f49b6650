"""When two programs agree on a number: to 1e-9 of it, and of 1 near zero."""

from __future__ import annotations

import math


def agree(ours: float | None, theirs: float | None) -> bool:
    """Whether both are missing, or are the same number."""
    if ours is None or theirs is None:
        return ours is None and theirs is None
    return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)


def differences(what: str, ours: list[float | None], theirs: list[float | None]) -> list[str]:
    """A line for each place where two columns differ."""
    if len(ours) != len(theirs):
        return [f"{what}: {len(ours)} against {len(theirs)}"]
    return [
        f"{what}[{place}]: {mine!r} against {other!r}"
        for place, (mine, other) in enumerate(zip(ours, theirs, strict=True))
        if not agree(mine, other)
    ]
