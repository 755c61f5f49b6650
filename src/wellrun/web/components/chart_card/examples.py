"""Examples of the chart card."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from wellrun.web.components.example_charts import chart_values
from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="Two phases, a target, and what the team changed",
        template="""{% chart_card wide=wide narrow=narrow note="Counts (c chart), rules: Anhøj 1" flags=flags flags_label="What we changed" %}
  {% link text="See the numbers" href="#numbers" icon="table" %}
{% endchart_card %}""",
        values=chart_values,
    ),
)
