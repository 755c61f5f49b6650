"""What stands in a tool: its cards in their order, with those below them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from wellrun.projects.models import Tool, ToolItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An item with what stands below it."""

    item: ToolItem
    below: tuple[Card, ...]


def cards_of(tool: Tool) -> tuple[Card, ...]:
    """Everything in sight, read in one question. What stands below one that was taken out goes with it."""
    rows = ToolItem.objects.filter(tool=tool, is_removed=False).select_related("became")
    lines: dict[int | None, list[ToolItem]] = defaultdict(list)
    for item in rows.order_by("position", "pk"):
        lines[item.parent_id].append(item)

    def below(parent_id: int | None) -> tuple[Card, ...]:
        return tuple(Card(item=item, below=below(item.pk)) for item in lines[parent_id])

    return below(None)


def item_of(tool: Tool, item_id: int) -> ToolItem | None:
    return ToolItem.objects.filter(tool=tool, pk=item_id, is_removed=False).first()


def removed_items(tool: Tool) -> list[ToolItem]:
    """What was taken out, the latest first."""
    return list(ToolItem.objects.filter(tool=tool, is_removed=True).order_by("-pk"))
