"""A period by name, as a message: months have other names in other languages."""

from __future__ import annotations

from datetime import date, datetime

from wellrun_spc.messages import Message
from wellrun_spc.wording import format_moment


def moment_of(x: object, period: str) -> Message | str:
    """The shortest full name of a period; text for numbers and labels, which have no words of ours."""
    if not isinstance(x, date) or period == "year":
        return format_moment(x, period)
    if period == "quarter":
        return "date.quarter", {"year": x.year, "quarter": (x.month + 2) // 3}
    parts: dict[str, object] = {"month": (f"month.{x.month}", {}), "year": x.year}
    if period == "month":
        return "date.month", parts
    parts["day"] = x.day
    if isinstance(x, datetime) and (x.hour or x.minute):
        return "date.time", parts | {"time": f"{x.hour:02d}:{x.minute:02d}"}
    return "date", parts


def moment_phrase(x: object, period: str, name: str = "moment") -> Message:
    """A period in a phrase: "the week of 6 April 2026", "point 24". ``name`` Moment begins a sentence."""
    if period == "week":
        name += ".week"
    elif isinstance(x, (int, float)):
        name += ".point"
    return name, {"moment": moment_of(x, period)}
