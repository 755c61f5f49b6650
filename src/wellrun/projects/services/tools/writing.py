"""What every write to a tool does: hold the project, look at the tool as it is, leave the record."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.projects.models import Tool, ToolItem
from wellrun.projects.permissions import may_change_tool, may_use_tool
from wellrun.projects.queries.tools import running_round
from wellrun.projects.services.writing import finish, locked
from wellrun.projects.values.tools import KINDS, KindOfTool


class ToolRefused(Refused):
    """A tool, or a part of it, that could not be saved."""


def held(tool: Tool) -> Tool:
    """The tool as it is now, with its project, held until the transaction ends."""
    project = locked(tool.project_id)
    row = Tool.objects.get(pk=tool.pk)
    row.project = project
    return row


def for_use(actor: Actor, tool: Tool) -> Tool:
    row = held(tool)
    may_use_tool(actor, row).require()
    return row


def for_changes(actor: Actor, tool: Tool) -> Tool:
    row = held(tool)
    may_change_tool(actor, row, running_round(row)).require()
    return row


def kind_of(tool: Tool) -> KindOfTool:
    return KINDS[tool.kind]


def existing(tool: Tool, item_id: int) -> ToolItem:
    item = ToolItem.objects.filter(tool=tool, pk=item_id, is_removed=False).first()
    if item is None:
        raise ToolRefused(_("This card is gone. Somebody may have taken it out. Load the page again."))
    return item


def part_of(tool: Tool, item: ToolItem | None = None, aspect: str = "") -> str:
    """The part of the project that changed. It begins with the kind: some kinds are the team's own matter.

    ``aspect`` is for a change that stands in nobody's way who writes on the card meanwhile.
    """
    of_item = f"/{item.pk}" if item is not None else ""
    return f"{tool.kind}/{tool.pk}{of_item}" + (f"/{aspect}" if aspect else "")


def short(text: str, longest: int, *, field: str, empty: str) -> str:
    """The text without blanks around it; refused where it is empty or too long."""
    text = trimmed(text.replace("\0", " "))
    if not text and empty:
        raise ToolRefused(empty, field=field)
    if len(text) > longest:
        raise ToolRefused(too_long(longest, len(text)), field=field)
    return text


def leave_record(
    actor: Actor,
    tool: Tool,
    action: str,
    now: datetime,
    *,
    item: ToolItem | None = None,
    aspect: str = "",
    before: audit.State | None = None,
    after: audit.State | None = None,
) -> None:
    finish(
        actor=actor,
        project=tool.project,
        action=action,
        part=part_of(tool, item, aspect),
        before=before,
        after=after,
        now=now,
    )
