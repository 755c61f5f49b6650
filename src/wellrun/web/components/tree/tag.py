"""`{% tree %}`: a driver diagram, or a line of sight: nested lists, drawn as brackets where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from django.template import Context

from wellrun.web.components.icon.symbols import use_symbol
from wellrun.web.components.tree.drawing import drawn, icons_in
from wellrun.web.components.tree.nodes import Node


def tree(context: Context, *, label: str, heads: Sequence[str], top: Node) -> dict[str, object]:
    """``heads`` name the columns on a wide screen. On a phone it is an outline."""
    for name in icons_in(top):
        use_symbol(getattr(context, "request", None), name)
    return {"label": label, "heads": heads, "drawn": drawn(top)}
