"""Examples of the empty state."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="The smallest first step",
        template="""{% nothing_yet title="No measures yet" text="Start with one thing you count each week. Three numbers are enough to begin." icon="chart" %}
  {% button text="Bring your first numbers" href="#new" look="primary" %}
{% endnothing_yet %}""",
    ),
)
