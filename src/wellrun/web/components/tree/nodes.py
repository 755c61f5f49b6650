"""The parts of a tree as plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A small line in a part: what its tests say, what watches it."""

    text: str
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One part of the tree, with what stands under it."""

    kind: str
    text: str
    href: str
    look: str = ""
    """aim, strong, plain or empty. A plain part is a line of words: nothing to press, its kind only heard."""
    notes: tuple[Note, ...] = ()
    is_chosen: bool = False
    skips: bool = False
    """It stands one column further than its parent's next: an idea right below a primary driver."""
    data: tuple[tuple[str, str], ...] = ()
    """What a script needs to know of it: names without ``data-``, and values."""
    below: tuple[Node, ...] = ()
