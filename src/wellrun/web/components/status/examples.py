"""Examples of the status line."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="With its reason",
        template='{% status of="improving" side="low" word="Improving" rest="9 weeks in a row below average" %}',
    ),
    Example(title="The word alone", template='{% status of="hit_and_miss" word="Sometimes meets target" %}'),
)
