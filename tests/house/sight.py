"""Each model's two rules about who sees it: the query that lists, and the permission that decides."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet

from tests.house.repository import ROOT
from wellrun.accounts.models import Person
from wellrun.control import permissions as control
from wellrun.control.models import ControlItem
from wellrun.control.queries import visible_to as items_visible_to
from wellrun.conversations import permissions as conversations
from wellrun.conversations.models import Comment
from wellrun.conversations.queries.talk import visible_to as comments_visible_to
from wellrun.conversations.values import topic_of
from wellrun.core.actor import Actor
from wellrun.learning import permissions as learning
from wellrun.learning.models import Story
from wellrun.learning.queries import visible_to as stories_visible_to
from wellrun.measures import permissions as measures
from wellrun.measures.models import Measure
from wellrun.measures.queries import visible_to as measures_visible_to
from wellrun.organisations import permissions as organisations
from wellrun.organisations.models import Organisation, Unit
from wellrun.organisations.queries import people_visible_to, units_visible_to
from wellrun.organisations.queries import visible_to as organisations_visible_to
from wellrun.pdsa import permissions as pdsa
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.queries import visible_to as cycles_visible_to
from wellrun.projects import permissions as projects
from wellrun.projects.models import Barrier, Project, SavedView, Tool, ToolItem
from wellrun.projects.queries import barriers_visible_to, views_for
from wellrun.projects.queries import visible_to as projects_visible_to
from wellrun.projects.queries.tools import items_visible_to as cards_visible_to
from wellrun.projects.queries.tools import tools_of, tools_visible_to

REASONS = ROOT / "tests" / "house" / "sight.toml"


@dataclass(frozen=True)
class Sight:
    """How one model is seen."""

    model: type[Model]
    every: Callable[[], QuerySet[Any]]
    """All rows, with what the permission reads."""
    listed: Callable[[Actor], Collection[int]]
    allowed: Callable[[Actor, Any], object]


def _ids(rule: Callable[[Actor], QuerySet[Any]]) -> Callable[[Actor], Collection[int]]:
    return lambda actor: list(rule(actor).values_list("pk", flat=True))


def _people(actor: Actor) -> Collection[int]:
    """Those in directories that the person sees, and themselves."""
    listed = people_visible_to(actor).values_list("person_id", flat=True)
    return {*listed, *({actor.person_id} - {None})}  # type: ignore[arg-type]


def _may_view_person(actor: Actor, person: Person) -> object:
    """A closed account is listed nowhere."""
    listed = [entry.organisation_id for entry in person.directory_entries.all() if person.is_active]
    return organisations.may_view_person(actor, person.pk, listed)


def _may_read(actor: Actor, comment: Comment) -> object:
    topic = topic_of(comment.kind, comment.thing_id)
    return topic is not None and conversations.may_read(actor, topic)


def _tools(actor: Actor) -> Collection[int]:
    """Those that are found, which are those in the lists of all projects that the person sees."""
    found = {tool.pk for tool in tools_visible_to(actor)}
    assert found == {tool.pk for each in projects_visible_to(actor) for tool in tools_of(actor, each)}
    return found


def _may_view_tool(actor: Actor, tool: Tool) -> object:
    """One that was taken away has a list of its own, for who can put it back."""
    return not tool.is_removed and projects.may_view_tool(actor, tool)


def _may_view_item(actor: Actor, item: ToolItem) -> object:
    """What stands below a card that was taken out went with it."""
    above: ToolItem | None = item
    while above is not None and not above.is_removed:
        above = above.parent
    return above is None and _may_view_tool(actor, item.tool)


SIGHTS = (
    Sight(
        Project, lambda: Project.objects.select_related("organisation"),
        _ids(projects_visible_to), projects.may_view,
    ),
    Sight(
        Barrier, lambda: Barrier.objects.select_related("project").prefetch_related("requests"),
        _ids(barriers_visible_to),
        lambda actor, barrier: projects.may_view_barrier(actor, barrier, barrier.requests.all()),
    ),
    Sight(Cycle, lambda: Cycle.objects.select_related("project"), _ids(cycles_visible_to), pdsa.may_view),
    Sight(
        Measure, lambda: Measure.objects.select_related("unit", "kept_by").prefetch_related("uses"),
        _ids(measures_visible_to), measures.may_view,
    ),
    Sight(
        ControlItem, lambda: ControlItem.objects.select_related("unit", "project"),
        _ids(items_visible_to), control.may_view,
    ),
    Sight(
        Story, lambda: Story.objects.select_related("project"),
        _ids(stories_visible_to), learning.may_view,
    ),
    Sight(Comment, Comment.objects.all, _ids(comments_visible_to), _may_read),
    Sight(Tool, lambda: Tool.objects.select_related("project__organisation"), _tools, _may_view_tool),
    Sight(
        ToolItem, lambda: ToolItem.objects.select_related("tool__project__organisation", "parent"),
        _ids(cards_visible_to), _may_view_item,
    ),
    Sight(SavedView, SavedView.objects.all, _ids(views_for), projects.may_view_saved),
    Sight(Organisation, Organisation.objects.all, _ids(organisations_visible_to), organisations.may_view),
    Sight(Unit, Unit.objects.all, _ids(units_visible_to), organisations.may_view_unit),
    Sight(Person, lambda: Person.objects.prefetch_related("directory_entries"), _people, _may_view_person),
)  # fmt: skip
"""A new model with pages of its own gets a line here; one that is seen with another, a line in sight.toml."""


def reasons() -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    return found
