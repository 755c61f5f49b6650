"""Examples of the ruler."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example


def _levels() -> Mapping[str, object]:
    return {"levels": ("Told", "Asked", "Co-design", "Full partners", "Leading"), "at": 4}


EXAMPLES = (
    Example(
        title="Involvement",
        template='{% ruler steps=levels at=at mark="Now" label="Now: full partners, 4 on a scale of 5" %}',
        values=_levels,
    ),
)
