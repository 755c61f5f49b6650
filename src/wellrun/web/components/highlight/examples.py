"""Examples of the highlight."""

from __future__ import annotations

from wellrun.web.components.part import Example

EXAMPLES = (
    Example(
        title="Capitals and accents do not matter",
        template='<p>{% highlight text="Café for carers, Łódź" search="cafe lodz" %}</p>',
    ),
)
