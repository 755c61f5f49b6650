"""`{% unit_tree %}`: units of an organisation as nested lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeNode:
    """One unit: where it leads, what is below it, and how many there are."""

    name: str
    href: str
    about: str = ""
    """A quiet word beside the name: its kind, or what it belongs to."""
    is_closed: bool = False
    below: str = ""
    """"3 units below"; empty for a leaf."""
    children: tuple[TreeNode, ...] = ()
    more_href: str = ""
    """Where the units below are shown that have no room here."""
    is_open: bool = False


def unit_tree(*, nodes: Sequence[TreeNode], label: str = "") -> dict[str, object]:
    """What is below a unit folds away, without a script. ``label`` names the list to a screen reader."""
    return {"nodes": nodes, "label": label}
