"""Examples of the icon."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(title="Beside a word", template='<p class="cluster">{% icon name="table" %}Numbers</p>'),
    Example(
        title="An arrow that turns round",
        template='<p class="cluster">Next{% icon name="arrow" flip=True %}</p>',
    ),
)
