"""Examples of the tree."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example
from wellrun.web.components.tree.nodes import Node, Note


def _theory() -> Mapping[str, object]:
    testing = (Note(icon="st-test", text="Testing"),)
    card = Node(kind="Change idea", text="Distress card", href="#card", skips=True, notes=testing)
    early = Node(kind="Primary driver", text="Spotting distress", href="#early", look="strong", below=(card,))
    top = Node(kind="Aim", text="Halve restraints by June", href="#aim", look="aim", below=(early,))
    return {"top": top, "heads": ("Aim", "Primary drivers", "Secondary drivers", "Change ideas")}


EXAMPLES = (
    Example(title="A theory", template='{% tree label="Drivers" heads=heads top=top %}', values=_theory),
)
