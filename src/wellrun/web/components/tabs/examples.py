"""Examples of tabs."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example
from wellrun.web.components.tabs.tag import Tab


def _parts() -> Mapping[str, object]:
    return {"parts": (Tab(text="Story", href="#story", is_current=True), Tab(text="Tests", href="#tests"))}


EXAMPLES = (Example(title="A project", template='{% tabs label="Project" items=parts %}', values=_parts),)
