"""Groups that a team names itself: the bones of a fishbone, the lanes of a map, the heaps of a sorting."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.projects.models import Tool, ToolItem
from wellrun.projects.services.tools.writing import ToolRefused, for_changes, kind_of, leave_record, short
from wellrun.projects.services.writing import require_clean
from wellrun.projects.values.tools import LONGEST_GROUP, MOST_GROUPS


@transaction.atomic
def add_group(*, actor: Actor, tool: Tool, name: str, now: datetime) -> Tool:
    """Add a group behind the others."""
    row = _grouped(actor, tool)
    name = _sound(row, name)
    if len(row.groups) >= MOST_GROUPS:
        raise ToolRefused(
            _("There are 12 already, as many as people can read. Join two of them first."), field="name"
        )
    row.groups = [*row.groups, name]
    row.save(update_fields=["groups"])
    leave_record(actor, row, "tool_item.group_added", now, aspect="groups", after={"group": name})
    return row


@transaction.atomic
def name_group(*, actor: Actor, tool: Tool, group: str, name: str, now: datetime) -> Tool:
    """Give a group another name. What stands in it stays in it."""
    row = _grouped(actor, tool)
    place = _place(row, group)
    if name.strip() == group:
        return row
    name = _sound(row, name)
    row.groups = [*row.groups[:place], name, *row.groups[place + 1 :]]
    row.save(update_fields=["groups"])
    ToolItem.objects.filter(tool=row, place=group).update(place=name)
    leave_record(
        actor,
        row,
        "tool_item.group_named",
        now,
        aspect="groups",
        before={"group": group},
        after={"group": name},
    )
    return row


@transaction.atomic
def move_group(*, actor: Actor, tool: Tool, group: str, position: int, now: datetime) -> Tool:
    """Put a group before or behind others."""
    row = _grouped(actor, tool)
    place = _place(row, group)
    others = [*row.groups[:place], *row.groups[place + 1 :]]
    position = max(0, min(position, len(others)))
    if position != place:
        row.groups = [*others[:position], group, *others[position:]]
        row.save(update_fields=["groups"])
        leave_record(
            actor, row, "tool_item.group_moved", now, aspect="groups",
            before={"group": group, "position": place}, after={"group": group, "position": position},
        )  # fmt: skip
    return row


@transaction.atomic
def remove_group(*, actor: Actor, tool: Tool, group: str, now: datetime) -> Tool:
    """Take out a group that holds nothing. What was taken out of it before waits without a group."""
    row = _grouped(actor, tool)
    place = _place(row, group)
    held = ToolItem.objects.filter(tool=row, place=group)
    if held.filter(is_removed=False).exists():
        raise ToolRefused(_("Move what stands in “%(group)s” first, or take it out.") % {"group": group})
    held.update(place=_somewhere(row, place))
    row.groups = [*row.groups[:place], *row.groups[place + 1 :]]
    row.save(update_fields=["groups"])
    leave_record(actor, row, "tool_item.group_removed", now, aspect="groups", before={"group": group})
    return row


def _somewhere(tool: Tool, place: int) -> str:
    """Where a card that is put back later stands: in no group, or in the first of the others."""
    others = [*tool.groups[:place], *tool.groups[place + 1 :]]
    if kind_of(tool).may_wait:
        return ""
    if not others:
        raise ToolRefused(_("Keep at least one, so that there is somewhere to put things."))
    return str(others[0])


def _grouped(actor: Actor, tool: Tool) -> Tool:
    row = for_changes(actor, tool)
    if kind_of(row).groups is None:
        raise ToolRefused(_("This tool has fixed places."))
    return row


def _place(tool: Tool, group: str) -> int:
    if group not in tool.groups:
        raise ToolRefused(_("Somebody gave this group another name, or took it out. Load the page again."))
    return int(tool.groups.index(group))


def _sound(tool: Tool, name: str) -> str:
    name = short(name, LONGEST_GROUP, field="name", empty=_("Give it a name."))
    require_clean(tool.project, name=name)
    if name.casefold() in {each.casefold() for each in tool.groups}:
        raise ToolRefused(_("There is one of this name already."), field="name")
    return name
