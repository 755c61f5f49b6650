"""Examples of the button."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(title="Primary: one for each view", template='{% button text="Save numbers" look="primary" %}'),
    Example(
        title="Plain, with an icon",
        template='{% button text="What we count" icon="info" href="#definition" %}',
    ),
    Example(title="Quiet", template='{% button text="Keep what is there" look="quiet" %}'),
    Example(title="Takes something away", template='{% button text="Remove this number" look="danger" %}'),
    Example(title="Not yet", template='{% button text="Not yet" is_disabled=True %}'),
)
