"""A tool as a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from wellrun.core.decision import Decision
from wellrun.projects.queries import Project
from wellrun.projects.queries.tools import Card, Tool, ToolItem
from wellrun.projects.values.tools import KINDS
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.projects.presenters.words import project_tabs, project_trail
from wellrun.web.tools.drawings import HAS_DRAWING, draw
from wellrun.web.tools.presenters.cards import Chosen, GroupView, chosen_card, groups_of
from wellrun.web.tools.presenters.listing import KindView, kind_view, tools_crumb
from wellrun.web.tools.presenters.votes import VoteView

SHOWN_AS_DRAWING = frozenset({"fishbone", "process_map", "pareto", "force_field"})
"""Others are drawn by the page itself: their places are the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolPage:
    """All the page shows."""

    id: int
    project_id: int
    title: str
    subject: str
    kind: KindView
    trail: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    facts: tuple[Fact, ...]
    groups: tuple[GroupView, ...]
    group_word: str
    """What the team's own groups are called; empty where the places are fixed."""
    own_groups: tuple[str, ...]
    columns: int
    is_tally: bool
    add_look: str
    """One button at a time is the first: that of the chosen card, or the one that adds."""
    number_look: str
    """How its number's field looks: wide where there are words to choose from."""
    is_sequence: bool
    is_empty: bool
    chosen: Chosen | None
    drawing: str
    narrow: str
    reading: str
    has_picture: bool
    may_change: bool
    may_use: bool
    refusal: str
    version: int
    removed: tuple[tuple[int, str], ...]
    undo: int
    """The card that was taken out a moment ago; 0 for none."""
    more: int
    less: int
    """The card that was counted a moment ago: its button keeps the focus."""
    vote: VoteView | None
    vote_first: bool
    """A vote that is open, or has a result, is what people come for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolSources:
    """The rows behind the page, and what the person may do with them."""

    project: Project
    tool: Tool
    cards: tuple[Card, ...]
    removed: list[ToolItem]
    at: ToolItem | None
    undo: int
    more: int
    less: int
    use: Decision
    change: Decision
    vote: VoteView | None


def present_tool(sources: ToolSources) -> ToolPage:
    project, tool, cards = sources.project, sources.tool, sources.cards
    kind = KINDS[tool.kind]
    is_drawn = bool(cards) and tool.kind in SHOWN_AS_DRAWING
    drawn = draw(tool, cards) if is_drawn else None
    chosen = chosen_card(tool, cards, sources.at) if sources.at else None
    return ToolPage(
        id=tool.pk,
        project_id=project.pk,
        title=tool.title,
        subject=tool.subject,
        kind=kind_view(kind, project.pk),
        trail=(*project_trail(project), tools_crumb(project)),
        tabs=project_tabs(project.pk, "tools:list"),
        facts=_facts(tool),
        groups=groups_of(tool, cards, sources.at),
        group_word=str(kind.groups.word) if kind.groups else "",
        own_groups=tuple(tool.groups) if kind.groups else (),
        columns=2 if kind.places else 3 if kind.has_places and not kind.is_sequence else 1,
        is_tally=kind.numbers is not None and kind.numbers.is_tally,
        add_look="plain" if chosen is not None else "primary",
        number_look="full" if kind.numbers is not None and kind.numbers.choices else "short",
        is_sequence=kind.is_sequence,
        is_empty=not cards,
        chosen=chosen,
        drawing=drawn.wide if drawn else "",
        narrow=drawn.narrow if drawn else "",
        reading=drawn.reading if drawn else "",
        has_picture=bool(cards) and tool.kind in HAS_DRAWING,
        may_change=bool(sources.change),
        may_use=bool(sources.use),
        refusal=sources.change.refusal,
        version=project.version,
        removed=tuple((item.pk, item.text) for item in sources.removed),
        undo=sources.undo if any(item.pk == sources.undo for item in sources.removed) else 0,
        more=sources.more,
        less=sources.less,
        vote=sources.vote,
        vote_first=sources.vote is not None and (sources.vote.is_open or bool(sources.vote.rows)),
    )


def _facts(tool: Tool) -> tuple[Fact, ...]:
    kind = KINDS[tool.kind]
    of_the_team = (Fact(text=_("Only the team can see this"), icon="lock"),) if kind.is_team_matter else ()
    return (Fact(text=str(kind.kind.label), look="pine"), *of_the_team)
