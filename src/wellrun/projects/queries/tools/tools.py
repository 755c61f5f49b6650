"""Which tools a project has, as far as somebody may see them."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from wellrun.core.actor import Actor
from wellrun.projects.models import Project, Tool, ToolItem
from wellrun.projects.permissions import may_read_team_matters
from wellrun.projects.queries.projects import visible_to
from wellrun.projects.values import EDITORS, PROJECT
from wellrun.projects.values.tools import KINDS, TEAM_MATTERS


def tools_visible_to(actor: Actor) -> QuerySet[Tool]:
    """The tools of every project that exist for this person. The same rule as `may_view_tool`."""
    own = Q(project_id__in=actor.places(PROJECT, EDITORS))
    in_sight = Tool.objects.filter(project__in=visible_to(actor), is_removed=False)
    return in_sight.filter(~Q(kind__in=TEAM_MATTERS) | own)


def items_visible_to(actor: Actor) -> QuerySet[ToolItem]:
    """Their cards, but for what was taken out, with what stands below it."""
    items = ToolItem.objects.filter(tool__in=tools_visible_to(actor), is_removed=False)
    above = "parent__"
    for _level in range(1, max(kind.depth for kind in KINDS.values())):
        items = items.exclude(**{f"{above}is_removed": True})
        above += "parent__"
    return items


def tools_of(actor: Actor, project: Project) -> QuerySet[Tool]:
    """The latest first, each with its ``n_items`` in sight. The same rule as `may_view_tool`."""
    in_sight = Count("items", filter=Q(items__is_removed=False))
    return _seen(actor, project).filter(is_removed=False).annotate(n_items=in_sight).order_by("-pk")


def removed_tools(actor: Actor, project: Project) -> QuerySet[Tool]:
    """What was taken away and can be put back."""
    return _seen(actor, project).filter(is_removed=True).order_by("-pk")


def tool_for(actor: Actor, project: Project, tool_id: int) -> Tool | None:
    """One that is not taken away; the project that is at hand comes with it."""
    tool = _seen(actor, project).filter(pk=tool_id, is_removed=False).first()
    if tool is not None:
        tool.project = project
    return tool


def _seen(actor: Actor, project: Project) -> QuerySet[Tool]:
    tools = Tool.objects.filter(project=project)
    return tools if may_read_team_matters(actor, project) else tools.exclude(kind__in=TEAM_MATTERS)
