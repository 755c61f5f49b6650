"""Examples of the timeline."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example
from wellrun.web.components.timeline.tag import Moment, in_one


def _limits() -> Mapping[str, object]:
    return {
        "moments": (
            Moment(
                title="Limits redrawn from the week of 27 October 2025",
                lines=("Average 4.8 became 3.4. Upper limit 11.4 became 8.9.",),
                reason="9 weeks in a row were below average, we know why, and we expect it to last.",
                by="By Amina Yusuf and Priya Nair",
                icon="edit",
                when="10 February 2026",
                when_iso="2026-02-10",
            ),
            Moment(
                title="First limits set",
                lines=("From the first 16 weeks, before huddles were on every shift.",),
                icon="flag",
                when="28 October 2025",
                when_iso="2025-10-28",
            ),
        )
    }


def _days() -> Mapping[str, object]:
    days = tuple(
        Moment(
            title=f"Wrote down what they saw on {day} April 2026",
            by="By Amina Yusuf",
            icon="st-test",
            when=f"{day} April 2026",
            when_iso=f"2026-04-{day:02}",
        )
        for day in (8, 7, 6)
    )
    return {"moments": (in_one(days, "Wrote down 3 days of “Distress signs card: test 3”"),)}


EXAMPLES = (
    Example(title="How the limits were set", template="{% timeline moments=moments %}", values=_limits),
    Example(title="Many of one kind", template="{% timeline moments=moments %}", values=_days),
)
