"""Examples of a ramp."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example
from wellrun.web.components.ramp.tag import RampStep


def _steps() -> Mapping[str, object]:
    return {
        "steps": (
            RampStep(title="Test 1", href="#1", icon="cyc-4", scale="1 person, 1 day", outcome="Adapt"),
            RampStep(title="Test 2", href="#2", icon="cyc-2", scale="4 people", outcome="", is_here=True),
            RampStep(title="Test 3", href="#3", icon="cyc-0", scale="9 people", outcome="", is_planned=True),
        )
    }


EXAMPLES = (Example(title="A ramp", template="{% ramp steps=steps %}", values=_steps),)
