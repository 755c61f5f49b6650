"""What happened in a project, from its audit records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from wellrun.core import audit
from wellrun.projects.models import Project
from wellrun.projects.values.tools import TEAM_MATTERS as TOOLS_OF_THE_TEAM

THING = "project"
TEAM_MATTERS = ("experience", "coaching")
"""Parts of which only the team hears: see `permissions.may_read_team_matters`."""
STEPS = "tool_item."
"""What is done inside a tool, card by card: kept in the record, and no event in the life of a project."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that somebody did."""

    action: str
    who: str
    at: datetime
    reason: str
    after: Mapping[str, Any]


def history_of(project: Project, *, last: int, is_team: bool = False) -> list[Event]:
    """The latest first. What a team keeps to itself is left out, unless ``is_team``."""
    records = audit.records_of(THING, project.pk).exclude(action__startswith=STEPS)
    if not is_team:
        tools = Q(*(("part__startswith", f"{kind}/") for kind in TOOLS_OF_THE_TEAM), _connector=Q.OR)
        records = records.exclude(Q(part__in=TEAM_MATTERS) | tools)
    return [
        Event(
            action=record.action,
            who=record.actor_name,
            at=record.at,
            reason=record.reason,
            after=record.after or {},
        )
        for record in records[:last]
    ]
