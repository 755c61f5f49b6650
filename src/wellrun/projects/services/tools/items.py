"""Work in a tool: add cards, write on them, count, move them, take them out and put them back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.projects.models import Tool, ToolItem
from wellrun.projects.policies.tools import number_problem
from wellrun.projects.services.tools.places import Spot, beside, hidden_above, put, spot_for
from wellrun.projects.services.tools.writing import (
    ToolRefused,
    existing,
    for_changes,
    kind_of,
    leave_record,
    part_of,
    short,
)
from wellrun.projects.services.writing import require_clean, require_fresh
from wellrun.projects.values.tools import LARGEST_NUMBER, LONGEST_TEXT, MOST_ITEMS


@transaction.atomic
def add_item(
    *,
    actor: Actor,
    tool: Tool,
    text: str,
    place: str = "",
    parent_id: int | None = None,
    number: int | None = None,
    now: datetime,
) -> ToolItem:
    """Add a card in a place, or below another card."""
    row = for_changes(actor, tool)
    text = _sound(row, text)
    _require_number(row, number)
    spot = spot_for(row, place=place, parent_id=parent_id)
    if ToolItem.objects.filter(tool=row, is_removed=False).count() >= MOST_ITEMS:
        raise ToolRefused(
            ngettext(
                "There is %(most)d card here already, as many as people can work with.",
                "There are %(most)d cards here already, as many as people can work with.",
                MOST_ITEMS,
            )
            % {"most": MOST_ITEMS},
            field="text",
        )
    item = ToolItem.objects.create(
        tool=row,
        parent=spot.parent,
        text=text,
        place=spot.place,
        number=number,
        position=len(beside(row, spot)),
        created_at=now,
    )
    leave_record(actor, row, "tool_item.added", now, item=item, after={**_state(item), "number": item.number})
    return item


@transaction.atomic
def write_item(
    *,
    actor: Actor,
    tool: Tool,
    item_id: int,
    text: str,
    number: int | None = None,
    expected_version: int | None = None,
    now: datetime,
) -> ToolItem:
    """Change the words of a card, and its number. A count goes on by `count_item`: it is nobody's edit."""
    row = for_changes(actor, tool)
    item = existing(row, item_id)
    text = _sound(row, text)
    _require_number(row, number)
    before: audit.State = {"text": item.text, "number": item.number}
    after: audit.State = {"text": text, "number": number}
    if before == after:
        return item
    require_fresh(
        row.project, expected_version, part=part_of(row, item), field="text",
        theirs=_shown(item.text, item.number), yours=_shown(text, number),
    )  # fmt: skip
    item.text, item.number = text, number
    item.save(update_fields=["text", "number"])
    leave_record(actor, row, "tool_item.written", now, item=item, before=before, after=after)
    return item


@transaction.atomic
def count_item(*, actor: Actor, tool: Tool, item_id: int, more: int, now: datetime) -> ToolItem:
    """It happened once more, or once less after a slip. Several people may count at once."""
    row = for_changes(actor, tool)
    item = existing(row, item_id)
    numbers = kind_of(row).numbers
    if numbers is None or not numbers.is_tally or more not in (1, -1):
        raise ToolRefused(_("Nothing is counted here."))
    before = item.number or 0
    after = max(0, min(before + more, LARGEST_NUMBER))
    if after == before:
        return item
    item.number = after
    item.save(update_fields=["number"])
    leave_record(
        actor, row, "tool_item.counted", now, item=item, before={"number": before}, after={"number": after}
    )
    return item


@transaction.atomic
def move_item(
    *,
    actor: Actor,
    tool: Tool,
    item_id: int,
    place: str = "",
    parent_id: int | None = None,
    position: int = MOST_ITEMS,
    now: datetime,
) -> ToolItem:
    """Put a card in another place, below another card, or elsewhere in its row, with what is below it."""
    row = for_changes(actor, tool)
    item = existing(row, item_id)
    spot = spot_for(row, place=place, parent_id=parent_id, item=item)
    row_before = beside(row, Spot(place=item.place, parent=item.parent))
    before = _state(item) | {"position": [each.pk for each in row_before].index(item.pk)}
    item.place, item.parent = spot.place, spot.parent
    item.save(update_fields=["place", "parent"])
    item.position = put(row, spot, item, position)
    after = _state(item) | {"position": item.position}
    if before != after:
        leave_record(
            actor, row, "tool_item.moved", now, item=item, aspect="place", before=before, after=after
        )
    return item


@transaction.atomic
def remove_item(*, actor: Actor, tool: Tool, item_id: int, now: datetime) -> None:
    """Take a card out, and with it what stands below it. It can be put back."""
    row = for_changes(actor, tool)
    item = existing(row, item_id)
    item.is_removed = True
    item.save(update_fields=["is_removed"])
    leave_record(actor, row, "tool_item.removed", now, item=item, before=_state(item))


@transaction.atomic
def restore_item(*, actor: Actor, tool: Tool, item_id: int, now: datetime) -> ToolItem:
    """Put a card back at the end of its row."""
    row = for_changes(actor, tool)
    item = ToolItem.objects.filter(tool=row, pk=item_id, is_removed=True).first()
    if item is None:
        raise ToolRefused(_("There is nothing to put back. It may be there again."))
    above = hidden_above(row, item)
    if above is not None:
        raise ToolRefused(_("Put back “%(text)s” first: it stood below that.") % {"text": above.text})
    item.is_removed = False
    item.position = len(beside(row, Spot(place=item.place, parent=item.parent)))
    item.save(update_fields=["is_removed", "position"])
    leave_record(actor, row, "tool_item.restored", now, item=item, after=_state(item))
    return item


def _sound(tool: Tool, text: str) -> str:
    text = short(text, LONGEST_TEXT, field="text", empty=_("Say it in a few words."))
    require_clean(tool.project, text=text)
    return text


def _require_number(tool: Tool, number: int | None) -> None:
    problem = number_problem(tool.kind, number)
    if problem:
        raise ToolRefused(problem, field="number")


def _state(item: ToolItem) -> dict[str, object]:
    return {"text": item.text, "place": item.place, "parent_id": item.parent_id}


def _shown(text: str, number: int | None) -> str:
    return text if number is None else f"{text} ({number})"
