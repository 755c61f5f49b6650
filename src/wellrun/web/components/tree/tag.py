"""`{% tree %}`: a driver diagram, or a line of sight: nested lists, drawn as brackets where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from django.template import Context

from wellrun.web.components.icon.symbols import use_symbol
from wellrun.web.components.tree.drawing import drawn, icons_in
from wellrun.web.components.tree.nodes import Node


def tree(
    context: Context, *, label: str, top: Node, heads: Sequence[str] = (), is_small: bool = False
) -> dict[str, object]:
    """``heads`` name the columns on a wide screen. On a phone it is an outline.

    ``is_small`` is a picture to read in a section of a page: no ground to arrange things on.
    """
    for name in icons_in(top):
        use_symbol(getattr(context, "request", None), name)
    return {"label": label, "heads": heads, "drawn": drawn(top), "is_small": is_small}
