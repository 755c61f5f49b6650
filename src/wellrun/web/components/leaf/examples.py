"""Examples of the leaf."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="A section",
        template="""{% leaf id="example-leaf" title="What we count" help="So that two people counting get the same answer." %}
  <p>Every time staff hold a person to stop them moving, for any length of time.</p>
{% endleaf %}""",
    ),
    Example(
        title="A step that is done",
        template="""{% leaf id="example-step" title="Plan" help="Done, 6 April 2026" icon="st-adopt" %}
  <p>A nurse and a peer worker sit with each new person.</p>
{% endleaf %}""",
    ),
)
