"""Examples of the tag."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(title="Plain", template='{% tag text="Less is better" %}'),
    Example(title="Pine", template='{% tag text="Outcome measure" look="pine" %}'),
    Example(title="With an icon", template='{% tag text="Invented story" icon="info" %}'),
)
