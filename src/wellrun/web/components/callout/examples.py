"""Examples of the callout."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="A nudge",
        template="""{% callout title="You could redraw the limits" %}
  <p>The new level has held for 9 weeks and you know why.</p>
{% endcallout %}""",
    ),
    Example(
        title="Trouble",
        template="""{% callout title="We could not save two numbers" look="error" %}
  <p>Check the week of 6 April and the week of 13 April. Nothing else was lost.</p>
{% endcallout %}""",
    ),
)
