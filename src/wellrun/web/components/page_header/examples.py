"""Examples of the page header."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.page_header.tag import Fact
from wellrun.web.components.part import Example


def _restraints() -> Mapping[str, object]:
    return {
        "facts": (
            Fact(text="Outcome measure", look="pine"),
            Fact(text="Less is better"),
            Fact(text="Riverside can see this", icon="lock"),
            Fact(text="Kept by Priya Nair", look="words"),
        ),
    }


EXAMPLES = (
    Example(
        title="With facts and an action",
        template="""{% page_header title="Restraints each week" above="Alder Ward, Riverside" facts=facts %}
  {% button text="What we count" icon="info" href="#definition" %}
{% endpage_header %}""",
        values=_restraints,
    ),
)
