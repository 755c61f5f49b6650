"""Examples of the tree of units."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example
from wellrun.web.components.unit_tree.tag import TreeNode


def _riverside() -> Mapping[str, object]:
    wards = (TreeNode(name="Alder Ward", href="#alder", about="ward"), TreeNode(name="Birch", href="#birch"))
    return {
        "nodes": (
            TreeNode(name="Inpatients", href="#in", below="2 units below", children=wards, is_open=True),
            TreeNode(name="Community", href="#out", below="31 units below", more_href="#more"),
            TreeNode(name="Day hospital", href="#day", is_closed=True),
        )
    }


EXAMPLES = (
    Example(title="Directorates and wards", template="{% unit_tree nodes=nodes %}", values=_riverside),
)
