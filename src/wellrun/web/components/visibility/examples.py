"""Examples of the visibility mark."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="Organisation", template='{% visibility level="organisation" text="Riverside can see this" %}'
    ),
    Example(title="Public", template='{% visibility level="public" text="Anyone can see this" %}'),
)
