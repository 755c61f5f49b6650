"""Examples of the reading."""
# ruff: noqa: E501 - a template tag is one line

from __future__ import annotations

from collections.abc import Mapping

from wellrun.web.components.part import Example


def _lines() -> Mapping[str, object]:
    return {
        "good": (
            "The last 9 weeks are all below the average of 3.4. That is very unlikely to be chance.",
            "One week alone means little. Nine in a row tells us something changed.",
        ),
        "mixed": (
            "The target of 2.4 sits inside the usual range of 0 to 8.9. Some weeks will meet it and some will not.",
        ),
        "early": ("You have 7 points. Add 5 more to see a pattern.",),
        "bad": (
            "Last week is above the upper limit of 37. Very unlikely to be chance.",
            "Ask what was different.",
        ),
    }


EXAMPLES = (
    Example(
        title="Improving",
        template='{% reading of="improving" side="low" word="Improving" lines=good %}',
        values=_lines,
    ),
    Example(
        title="Concerning",
        template='{% reading of="concerning" side="high" word="Concerning" lines=bad %}',
        values=_lines,
    ),
    Example(
        title="Assurance",
        template='{% reading of="hit_and_miss" word="Sometimes meets target" lines=mixed %}',
        values=_lines,
    ),
    Example(
        title="Too early",
        template='{% reading of="common_cause" word="Too early to tell" lines=early %}',
        values=_lines,
    ),
)
