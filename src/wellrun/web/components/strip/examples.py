"""Examples of the strip."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example
from wellrun.web.components.strip.tag import Strip


def _minutes() -> Mapping[str, object]:
    return {
        "minutes": Strip(
            label="Minutes for each card: 12, 15, 18, 22, 25, 34, 40. Predicted: 15.",
            values=(12, 15, 18, 22, 25, 34, 40),
            mark=15,
            mark_name="Predicted 15",
            is_whole=True,
        )
    }


def _shares() -> Mapping[str, object]:
    return {
        "shares": Strip(
            label="In the test: 78%. Before: 40%, 50%, 50%, 60%, 65%, 70%. Predicted: 80%.",
            values=(0.78,),
            values_name="In the days of the test",
            before=(0.4, 0.5, 0.5, 0.6, 0.65, 0.7),
            before_name="6 weeks before",
            mark=0.8,
            mark_name="Predicted 80%",
            is_percent=True,
        )
    }


EXAMPLES = (
    Example(title="Minutes", template="{% strip of=minutes %}", values=_minutes),
    Example(title="With numbers from before", template="{% strip of=shares %}", values=_shares),
)
