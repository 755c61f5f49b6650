"""Who asks, and for which tool or card: what is not there and what is not shared have one answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from wellrun.core.actor import Actor
from wellrun.projects.queries import Project
from wellrun.projects.queries.tools import Tool, ToolItem, item_of, tool_for
from wellrun.web.projects.views.finding import project_or_404


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who asks, and for what."""

    actor: Actor
    project: Project
    tool: Tool


def tool_or_404(request: HttpRequest, project_id: int, tool_id: int) -> Found:
    actor, project = project_or_404(request, project_id)
    tool = tool_for(actor, project, tool_id)
    if tool is None:
        raise Http404
    return Found(actor=actor, project=project, tool=tool)


def card_or_404(request: HttpRequest, project_id: int, tool_id: int, item_id: int) -> tuple[Found, ToolItem]:
    found = tool_or_404(request, project_id, tool_id)
    item = item_of(found.tool, item_id)
    if item is None:
        raise Http404
    return found, item


def number_in(text: str) -> int:
    """An id in an address; 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 19 else 0
