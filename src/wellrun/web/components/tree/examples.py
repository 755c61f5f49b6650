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


def _short() -> Mapping[str, object]:
    kept = (Note(icon="st-adopt", text="Kept after test 2"),)
    card = Node(kind="Change idea", text="Distress card", href="", look="plain", notes=kept)
    early = Node(kind="Primary driver", text="Spotting distress", href="#early", look="strong", below=(card,))
    return {"top": Node(kind="Aim", text="Halve restraints", href="#aim", look="aim", below=(early,))}


EXAMPLES = (
    Example(title="A theory", template='{% tree label="Drivers" heads=heads top=top %}', values=_theory),
    Example(title="In short", template='{% tree label="Theory" top=top is_small=True %}', values=_short),
)
