"""What a picture of a driver diagram shows: plain words, whoever asked for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

AIM = 0
"""The number of the aim among the items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One box: the aim, a driver or a change idea."""

    id: int
    column: int
    """0 for the aim, 3 for a change idea."""
    text: str
    sign: str = ""
    """How far its tests are: new, test, adopt, adapt, expand or drop."""
    notes: tuple[str, ...] = ()
    """Small lines below the text: test status, measures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """Every box once, however many parents it serves, and the lines between them."""

    title: str
    caption: str
    """Where and when: under the title, small."""
    heads: tuple[str, ...]
    items: tuple[Item, ...]
    """The aim first, then from the top down."""
    lines: tuple[tuple[int, int], ...]
    """Parent and child."""
    is_mirrored: bool = False
    """The aim stands at the right, as its readers begin there."""

    def below(self, parent: int) -> list[int]:
        return [child for above, child in self.lines if above == parent]

    def kept(self, ids: Collection[int]) -> Diagram:
        """The same diagram with these boxes alone."""
        return replace(
            self,
            items=tuple(item for item in self.items if item.id in ids),
            lines=tuple(line for line in self.lines if line[0] in ids and line[1] in ids),
        )

    def subtree(self, item: int) -> set[int]:
        """A box and all that serves it."""
        found, waiting = set(), [item]
        while waiting:
            here = waiting.pop()
            found.add(here)
            waiting += [child for child in self.below(here) if child not in found]
        return found
