"""Words that several parts of a tool's page use."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.projects.queries.tools import Card, Tool, ToolItem
from wellrun.projects.values.tools import KINDS, KindOfTool
from wellrun_spc.wording import format_value


def place_names(tool: Tool) -> dict[str, str]:
    """Places of the tool by their key, in their order. A group's key is its name."""
    kind = KINDS[tool.kind]
    if kind.groups is None:
        return {each.key: str(each.name) for each in kind.places}
    return ({"": _("Not sorted yet")} if kind.may_wait else {}) | {name: name for name in tool.groups}


def place_notes(kind: KindOfTool) -> dict[str, str]:
    return {each.key: str(each.note) for each in kind.places}


def number_words(kind: KindOfTool, number: int | None) -> str:
    """What the number of a card says: "We have seen it", "12 minutes"."""
    if kind.numbers is None or number is None:
        return ""
    if kind.numbers.choices:
        return str(dict(kind.numbers.choices).get(number, ""))
    if kind.numbers.is_tally:
        return format_value(number)
    return ngettext("%(count)s minute", "%(count)s minutes", number) % {"count": format_value(number)}


def flat(cards: Iterable[Card]) -> list[ToolItem]:
    """Every item, each before those below it."""
    return [item for card in cards for item in (card.item, *flat(card.below))]


def became_words(item: ToolItem) -> str:
    """What a card became, while that is still in the diagram."""
    if item.became is None or item.became.is_removed:
        return ""
    return str(item.became.get_kind_display())
