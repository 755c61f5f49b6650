"""Examples of the definition list."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.define.tag import Term
from wellrun.web.components.part import Example


def _restraints() -> Mapping[str, object]:
    return {
        "terms": (
            Term(
                term="Count this",
                text="Every time staff hold a person to stop them moving, for any length of time.",
            ),
            Term(term="Do not count", text="A guiding hand that the person can shrug off."),
        )
    }


EXAMPLES = (
    Example(title="An operational definition", template="{% define terms=terms %}", values=_restraints),
)
