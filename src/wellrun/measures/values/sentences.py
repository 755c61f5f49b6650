"""Changes in words: what happened to which part, from the action and the states before and after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wellrun_spc.wording import format_period

State = Mapping[str, Any]


def typed(number: float) -> str:
    """A number as it was typed, with thousands set apart: nothing is rounded away."""
    return f"{number:,.15g}"


def numbers_text(state: State | None) -> str:
    """The numbers of one period: "3", "45 of 50", or that there are none."""
    if state is None:
        return _("no number")
    if state.get("numerator") is not None and state.get("denominator") is not None:
        return _("%(part)s of %(whole)s") % {
            "part": typed(state["numerator"]),
            "whole": typed(state["denominator"]),
        }
    if state.get("value") is not None:
        return typed(state["value"])
    return _("a hidden number") if state.get("is_suppressed") else _("no number")


def sentence_of(action: str, *, before: State | None, after: State | None, part: str, period: str) -> str:
    """One sentence for one change. ``period`` is the measure's kind of period."""
    words = {
        "period": period_in_part(part, period),
        "before": numbers_text(before),
        "after": numbers_text(after),
        "label": str((after or before or {}).get("label", "")),
        "name": str((after or before or {}).get("name", "")),
        "count": str((after or {}).get("count", 0)),
        "fields": ", ".join(_WORDS_OF_FIELDS.get(key, key) for key in changed_fields(before, after)),
    }
    return _SENTENCES[action]() % words


def changed_fields(before: State | None, after: State | None) -> list[str]:
    old, new = before or {}, after or {}
    return [key for key in new if old.get(key) != new[key]]


def day_in_part(part: str) -> date | None:
    """The period that a part such as "observation/2026-04-13" is about."""
    kind, _slash, key = part.partition("/")
    return date.fromisoformat(key) if kind in {"observation", "phase"} else None


def period_in_part(part: str, period: str) -> str:
    day = day_in_part(part)
    return the_period(day, period) if day else ""


def the_period(day: date, period: str) -> str:
    """A period inside a sentence: "the week of 13 April 2026", "April 2026"."""
    words = format_period(day, period)
    return f"the {words}" if period == "week" else words


_SENTENCES: dict[str, Callable[[], str]] = {
    "observation.added": lambda: _("Added %(after)s for %(period)s."),
    "observation.corrected": lambda: _("Changed %(before)s to %(after)s for %(period)s."),
    "observation.noted": lambda: _("Changed the note for %(period)s."),
    "observation.removed": lambda: _("Took out %(before)s for %(period)s."),
    "observation.excluded": lambda: _("Left %(period)s out of the limits."),
    "observation.included": lambda: _("Counted %(period)s in the limits again."),
    "phase.started": lambda: _("Redrew the limits from %(period)s."),
    "phase.withdrawn": lambda: _("Took back the new limits from %(period)s."),
    "annotation.added": lambda: _("Added the flag “%(label)s”."),
    "annotation.withdrawn": lambda: _("Took out the flag “%(label)s”."),
    "measure.created": lambda: _("Made this measure. Periods with numbers: %(count)s."),
    "measure.defined": lambda: _("Changed what this measure says: %(fields)s."),
    "measure.archived": lambda: _("Archived this measure."),
    "measure.collected_again": lambda: _("Collects this measure again."),
    "measure.removed": lambda: _("Removed this measure."),
    "measure.restored": lambda: _("Put this measure back."),
}

_WORDS_OF_FIELDS = {
    "unit_id": "unit",
    "y_label": "label",
    "numerator_label": "first number",
    "denominator_label": "second number",
    "counts": "what we count",
    "counts_not": "what we do not count",
    "where_and_who": "where and who",
    "how_often": "how often",
    "agreed_by": "agreed by",
    "multiply": "scale",
    "is_invented": "invented",
}
