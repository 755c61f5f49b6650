"""Start a tool, give it another name, take it away and put it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.projects.models import Project, Tool
from wellrun.projects.permissions import may_view_tool, may_work
from wellrun.projects.services.tools.writing import (
    ToolRefused,
    for_changes,
    for_use,
    held,
    leave_record,
    part_of,
    short,
)
from wellrun.projects.services.writing import locked, require_clean, require_fresh
from wellrun.projects.values.tools import KINDS, LONGEST_SUBJECT, LONGEST_TITLE


@transaction.atomic
def add_tool(
    *, actor: Actor, project: Project, kind: str, title: str, subject: str = "", now: datetime
) -> Tool:
    """Start a tool. One with groups of the team's own begins with the usual ones."""
    project = locked(project.pk)
    may_work(actor, project).require()
    if kind not in KINDS:
        raise ToolRefused(_("Choose one of the tools."), field="kind")
    title, subject = _sound(project, title, subject)
    groups = KINDS[kind].groups
    tool = Tool.objects.create(
        project=project,
        kind=kind,
        title=title,
        subject=subject,
        groups=[str(name) for name in groups.start] if groups else [],
        created_at=now,
    )
    leave_record(actor, tool, "tool.added", now, after={"kind": kind, "title": title, "subject": subject})
    return tool


@transaction.atomic
def name_tool(
    *,
    actor: Actor,
    tool: Tool,
    title: str,
    subject: str = "",
    expected_version: int | None = None,
    now: datetime,
) -> Tool:
    """Change its name, or what it is about."""
    row = for_use(actor, tool)
    title, subject = _sound(row.project, title, subject)
    before, after = {"title": row.title, "subject": row.subject}, {"title": title, "subject": subject}
    if before == after:
        return row
    require_fresh(
        row.project, expected_version, part=part_of(row), field="title",
        theirs=_both(before), yours=_both(after),
    )  # fmt: skip
    row.title, row.subject = title, subject
    row.save(update_fields=["title", "subject"])
    leave_record(actor, row, "tool.named", now, before=before, after=after)
    return row


@transaction.atomic
def remove_tool(*, actor: Actor, tool: Tool, now: datetime) -> None:
    """Take it away. Nothing in it is lost, and it can be put back. A vote is closed or stopped first."""
    row = for_changes(actor, tool)
    row.is_removed = True
    row.save(update_fields=["is_removed"])
    leave_record(actor, row, "tool.removed", now, before={"title": row.title})


@transaction.atomic
def restore_tool(*, actor: Actor, tool: Tool, now: datetime) -> Tool:
    row = held(tool)
    may_view_tool(actor, row).require()
    may_work(actor, row.project).require()
    if not row.is_removed:
        raise ToolRefused(_("There is nothing to put back: it is there again."))
    row.is_removed = False
    row.save(update_fields=["is_removed"])
    leave_record(actor, row, "tool.restored", now, after={"title": row.title})
    return row


def _sound(project: Project, title: str, subject: str) -> tuple[str, str]:
    title = short(title, LONGEST_TITLE, field="title", empty=_("Give it a name, so that people find it."))
    subject = short(subject, LONGEST_SUBJECT, field="subject", empty="")
    require_clean(project, title=title, subject=subject)
    return title, subject


def _both(words: dict[str, str]) -> str:
    return f"{words['title']}: {words['subject']}" if words["subject"] else words["title"]
