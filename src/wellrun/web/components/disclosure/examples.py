"""Examples of the disclosure."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="Fine print",
        template="""{% disclosure summary="How the limits were set" %}
  <p class="prose small">From the first 16 weeks, before huddles were on every shift.</p>
{% enddisclosure %}""",
    ),
)
