"""How projects are found."""

from __future__ import annotations

from wellrun.core.search.registry import Searchable, Text
from wellrun.projects.models import Project, Tool, ToolItem
from wellrun.projects.queries.projects import visible_to
from wellrun.projects.queries.tools import items_visible_to, tools_visible_to


def _text_of(project: Project) -> Text | None:
    return None if project.is_removed else Text(title=project.title, more=project.why)


PROJECTS = Searchable(
    kind="project",
    model=Project,
    fields=frozenset({"title", "why", "is_removed"}),
    text_of=_text_of,
    visible_to=lambda actor: visible_to(actor).select_related("organisation", "unit").order_by("title", "pk"),
)


def _text_of_tool(tool: Tool) -> Text | None:
    return None if tool.is_removed else Text(title=tool.title, more=" ".join([tool.subject, *tool.groups]))


def _text_of_item(item: ToolItem) -> Text | None:
    return None if item.is_removed else Text(title=item.text)


TOOLS = Searchable(
    kind="tool",
    model=Tool,
    fields=frozenset({"title", "subject", "groups", "is_removed"}),
    text_of=_text_of_tool,
    visible_to=lambda actor: (
        tools_visible_to(actor).select_related("project__organisation").order_by("title", "pk")
    ),
)
TOOL_ITEMS = Searchable(
    kind="tool_item",
    model=ToolItem,
    fields=frozenset({"text", "is_removed"}),
    text_of=_text_of_item,
    visible_to=lambda actor: (
        items_visible_to(actor).select_related("tool__project__organisation").order_by("text", "pk")
    ),
)
