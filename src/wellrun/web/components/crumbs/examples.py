"""Examples of crumbs."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.part import Example


def _trail() -> Mapping[str, object]:
    return {"trail": (Crumb(text="Today", href="#today"), Crumb(text="Measures", href="#measures"))}


EXAMPLES = (
    Example(title="Two pages above", template='{% crumbs trail=trail here="Measure" %}', values=_trail),
)
