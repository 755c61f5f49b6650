"""Examples of the tree."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example
from wellrun.web.components.tree.tag import Node


def _theory() -> Mapping[str, object]:
    card = Node(kind="Change idea", text="Distress card", href="#card", icon="st-test", status="Testing")
    early = Node(kind="Primary driver", text="Spotting distress", href="#early", look="strong", below=(card,))
    top = Node(kind="Aim", text="Halve restraints by June", href="#aim", look="aim", below=(early,))
    return {"top": top, "heads": ("Aim", "Primary drivers", "Secondary drivers", "Change ideas")}


EXAMPLES = (
    Example(title="A theory", template='{% tree label="Drivers" heads=heads top=top %}', values=_theory),
)
