"""Examples of the link."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(title="With an icon", template='{% link text="See the numbers" href="#numbers" icon="table" %}'),
    Example(title="Onward", template='{% link text="See all measures" href="#all" arrow=True %}'),
)
