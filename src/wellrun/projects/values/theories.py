"""A driver diagram as it stood at one moment: plain values that can be kept and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A driver or a change idea, as it was worded then."""

    id: int
    kind: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theory:
    """The whole diagram: the aim in words, the parts, and who serves whom."""

    aim: str
    parts: tuple[Part, ...]
    lines: tuple[tuple[int | None, int], ...]
    """Parent and child, in the order of the diagram. ``None`` is the aim."""

    def as_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {
            "aim": self.aim,
            "parts": [[part.id, part.kind, part.text, part.why] for part in self.parts],
            "lines": [list(line) for line in self.lines],
        }

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> Theory:
        parts = (Part(id=pk, kind=kind, text=text, why=why) for pk, kind, text, why in kept["parts"])
        lines = ((parent, child) for parent, child in kept["lines"])
        return cls(aim=kept["aim"], parts=tuple(parts), lines=tuple(lines))

    def parents_of(self, part_id: int) -> tuple[int | None, ...]:
        return tuple(parent for parent, child in self.lines if child == part_id)

    def below(self, parent_id: int | None) -> tuple[int, ...]:
        """What serves this parent, in its order."""
        return tuple(child for parent, child in self.lines if parent == parent_id)
