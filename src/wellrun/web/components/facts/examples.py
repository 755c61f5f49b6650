"""Examples of facts."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.facts.tag import Figure
from wellrun.web.components.part import Example


def _figures() -> Mapping[str, object]:
    return {
        "figures": (
            Figure(name="Where we started", number="4.8", unit="a week"),
            Figure(name="Aim", number="2.4", unit="a week"),
        )
    }


EXAMPLES = (Example(title="An aim", template="{% facts figures=figures %}", values=_figures),)
