"""Examples of segments."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example
from wellrun.web.components.segments.tag import Segment


def _ranges() -> Mapping[str, object]:
    return {
        "ranges": (
            Segment(text="Last 26 weeks", href="#last"),
            Segment(text="All 40 weeks", href="#all", is_current=True),
        )
    }


EXAMPLES = (
    Example(title="A range", template='{% segments label="How much to show" items=ranges %}', values=_ranges),
)
