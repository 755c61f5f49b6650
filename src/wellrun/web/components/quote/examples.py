"""Examples of a quote."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="Why it matters",
        template='{% quote text="Evenings were loud and long." by="Marcus Bell" about="Why this matters to us" %}',
    ),
)
