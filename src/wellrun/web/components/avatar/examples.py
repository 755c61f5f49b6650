"""Examples of the avatar."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="With the name",
        template='<p class="cluster">{% avatar name="Marcus Bell" %}Marcus Bell, service user partner</p>',
    ),
)
