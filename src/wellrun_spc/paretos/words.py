"""What a Pareto chart says: where most of it is, and whether a few kinds stand out at all."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wellrun_spc.limits.pareto import ParetoResult
from wellrun_spc.messages import Message, render
from wellrun_spc.wording import format_value

ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "pareto.one": "All {total} are of one kind: {first}.",
        "pareto.few": (
            "Most common: {first}, {count} of {total}. "
            "The first {few} of {kinds} kinds make up {share} of every 100. Ask what they have in common."
        ),
        "pareto.first": ("{first}: {count} of {total}, {share} of every 100. Ask what lies behind that."),
        "pareto.flat": (
            "No few kinds stand out: it takes {few} of {kinds} to make up {share} of every 100. "
            "Try another way to sort them."
        ),
        "pareto.field": (
            "{few} of {kinds} categories make up {share}% of {total}; largest {first} ({first_share}%)."
        ),
        "pareto.close": "{first} and {second} are close: which of them comes first could be chance.",
        "pareto.left_out.one": "1 had no kind written down and was left out.",
        "pareto.left_out.other": "{count} had no kind written down and were left out.",
        "pareto.rows.one": "1 row has its count missing and was left out.",
        "pareto.rows.other": "{count} rows have their count missing and were left out.",
    }
)


def message(name: str, **arguments: object) -> Message:
    """One of the messages above, with its arguments."""
    return f"pareto.{name}", arguments


def told(said: Message) -> str:
    """A message in English."""
    return render(said, ENGLISH)


def counted(name: str, count: float) -> Message:
    """A message about a number of things."""
    return message(f"{name}.{'one' if count == 1 else 'other'}", count=format_value(count))


def reading_words(result: ParetoResult) -> tuple[Message, Message]:
    """The sentence in the field's words, and its plain twin."""
    first, last = result.items[0], result.items[result.first_few - 1]
    arguments: dict[str, object] = {
        "first": first.category,
        "count": format_value(first.count),
        "total": format_value(result.total),
        "few": result.first_few,
        "kinds": len(result.items),
        "share": _share(last.cumulative_share),
        "first_share": _share(first.share),
    }
    return message("field", **arguments), message(_form(result), **arguments)


def _form(result: ParetoResult) -> str:
    if len(result.items) == 1:
        return "one"
    if not result.stands_out:
        return "flat"
    return "first" if result.first_few == 1 else "few"


def _share(share: float) -> str:
    return format_value(share * 100, decimals=0)
