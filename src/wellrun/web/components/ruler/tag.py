"""`{% ruler %}`: where something stands on a scale, read off like a ruler."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One line of the ruler; places are percentages of its length."""

    x: str
    top: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One named step under the ruler."""

    text: str
    is_here: bool = False


def ruler(*, steps: Sequence[str], at: float, mark: str, label: str) -> dict[str, object]:
    """``at`` counts steps (3.5 of 5); ``mark`` names the place; ``label`` says it to a screen reader."""
    count = len(steps)
    here = max(0.0, min(at, count)) / count * 100
    marks = [Mark(x=f"{half * 50 / count:g}%", top=30 if half % 2 else 24) for half in range(2 * count + 1)]
    anchor = "start" if here < 15 else "end" if here > 85 else "middle"
    return {
        "marks": marks,
        "here": f"{here:g}%",
        "anchor": anchor,
        "mark": mark,
        "label": label,
        "steps": [Step(text=text, is_here=number == int(at)) for number, text in enumerate(steps, 1)],
    }
