"""Where an item of a tool may stand: in which place, or below which other item, and after which."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.projects.models import Tool, ToolItem
from wellrun.projects.policies.tools import is_place_of
from wellrun.projects.services.tools.writing import ToolRefused, kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of the tool, or a parent."""

    place: str
    parent: ToolItem | None


def spot_for(tool: Tool, *, place: str, parent_id: int | None, item: ToolItem | None = None) -> Spot:
    """The spot, once it is clear that the item (``None``: a new one) may stand there."""
    if parent_id is None:
        return Spot(place=_known(tool, place), parent=None)
    rows = {each.pk: each for each in ToolItem.objects.filter(tool=tool, is_removed=False)}
    if parent_id not in rows:
        raise ToolRefused(_("The card it should stand below is gone. Load the page again."), field="where")
    above = _line(rows, rows[parent_id])
    if item is not None and item.pk in above:
        raise ToolRefused(_("“%(text)s” cannot stand below itself.") % {"text": item.text}, field="where")
    if len(above) + (_height(rows, item.pk) if item is not None else 1) > kind_of(tool).depth:
        raise ToolRefused(_("That goes too deep for this tool. Choose one further up."), field="where")
    return Spot(place="", parent=rows[parent_id])


def beside(tool: Tool, spot: Spot) -> list[ToolItem]:
    """Those that stand in the same row, in their order. A sequence is one row, whatever the group."""
    rows = ToolItem.objects.filter(tool=tool, parent=spot.parent, is_removed=False)
    if spot.parent is None and not kind_of(tool).is_sequence:
        rows = rows.filter(place=spot.place)
    return list(rows.order_by("position", "pk"))


def put(tool: Tool, spot: Spot, item: ToolItem, position: int) -> int:
    """Give the item its place in the row and number the row anew; returns where it stands."""
    row = [each for each in beside(tool, spot) if each.pk != item.pk]
    position = max(0, min(position, len(row)))
    row.insert(position, item)
    for number, each in enumerate(row):
        each.position = number
    ToolItem.objects.bulk_update(row, ["position"])
    return position


def hidden_above(tool: Tool, item: ToolItem) -> ToolItem | None:
    """What was taken out above this one, the nearest: without it nobody would see it."""
    rows = {each.pk: each for each in ToolItem.objects.filter(tool=tool)}
    above = rows.get(item.parent_id) if item.parent_id is not None else None
    while above is not None and not above.is_removed:
        above = rows.get(above.parent_id) if above.parent_id is not None else None
    return above


def _known(tool: Tool, place: str) -> str:
    kind = kind_of(tool)
    if not kind.has_places:
        return ""
    if not is_place_of(tool.kind, tool.groups, place):
        raise ToolRefused(_("Choose where it belongs."), field="where")
    return place


def _line(rows: dict[int, ToolItem], item: ToolItem) -> list[int]:
    """The item and those above it."""
    line = [item.pk]
    while item.parent_id is not None:
        if item.parent_id not in rows:
            raise ToolRefused(_("The card it should stand below is gone. Load the page again."))
        item = rows[item.parent_id]
        line.append(item.pk)
    return line


def _height(rows: dict[int, ToolItem], item_id: int) -> int:
    """How many levels the item takes, with those below it."""
    below = [each.pk for each in rows.values() if each.parent_id == item_id]
    return 1 + max((_height(rows, each) for each in below), default=0)
