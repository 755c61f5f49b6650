"""The tools of a project as a list, and the kinds to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from wellrun.core.decision import Decision
from wellrun.projects.queries import Project
from wellrun.projects.queries.tools import Tool
from wellrun.projects.values.tools import KINDS, KindOfTool
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.projects.presenters.words import project_tabs, project_trail
from wellrun.web.shell.words import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class KindView:
    """A kind with its words of help."""

    kind: str
    name: str
    asks: str
    what_for: str
    when_not: str
    how: tuple[str, ...]
    is_team_matter: bool
    start: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolRow:
    """One tool of the project."""

    title: str
    subject: str
    kind: str
    count: str
    href: str
    is_team_matter: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolsPage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    tools: tuple[ToolRow, ...]
    kinds: tuple[KindView, ...]
    removed: tuple[tuple[int, str], ...]
    undo: int
    may_work: bool
    refusal: str


def tools_crumb(project: Project) -> Crumb:
    return Crumb(text=spoken().heading("tab_understand"), href=reverse("tools:list", args=[project.pk]))


def kind_view(kind: KindOfTool, project_id: int) -> KindView:
    return KindView(
        kind=kind.kind,
        name=str(kind.kind.label),
        asks=str(kind.asks),
        what_for=str(kind.what_for),
        when_not=str(kind.when_not),
        how=tuple(map(str, kind.how)),
        is_team_matter=kind.is_team_matter,
        start=reverse("tools:start", args=[project_id, kind.kind]),
    )


def present_tools(
    project: Project, tools: Iterable[Tool], removed: Iterable[Tool], *, work: Decision, undo: int
) -> ToolsPage:
    gone = tuple((tool.pk, tool.title) for tool in removed)
    return ToolsPage(
        id=project.pk,
        title=project.title,
        trail=project_trail(project),
        tabs=project_tabs(project.pk, "tools:list"),
        tools=tuple(_row(tool) for tool in tools),
        kinds=tuple(kind_view(kind, project.pk) for kind in KINDS.values()),
        removed=gone,
        undo=undo if undo in dict(gone) else 0,
        may_work=bool(work),
        refusal=work.refusal,
    )


def _row(tool: Tool) -> ToolRow:
    count = getattr(tool, "n_items", 0)
    return ToolRow(
        title=tool.title,
        subject=tool.subject,
        kind=str(KINDS[tool.kind].kind.label),
        count=ngettext("%(count)d card", "%(count)d cards", count) % {"count": count},
        href=reverse("tools:tool", args=[tool.project_id, tool.pk]),
        is_team_matter=KINDS[tool.kind].is_team_matter,
    )
