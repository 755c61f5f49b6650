"""`{% tree %}`: a driver diagram, or a line of sight: nested lists, drawn as brackets where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One part of the tree, with what stands under it."""

    kind: str
    text: str
    href: str
    look: str = ""
    """aim, strong or empty."""
    icon: str = ""
    status: str = ""
    is_chosen: bool = False
    below: tuple[Node, ...] = ()


def tree(*, label: str, heads: Sequence[str], top: Node) -> dict[str, object]:
    """``heads`` name the columns on a wide screen. On a phone it is an outline."""
    return {"label": label, "heads": heads, "top": top}
