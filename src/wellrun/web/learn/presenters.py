"""A story as a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.learning.permissions import may_publish, may_write
from wellrun.learning.queries import Story
from wellrun.learning.values import STORY_FIELDS, StoryState
from wellrun.projects.permissions import may_view
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.learn.forms import StoryForm
from wellrun.web.projects.presenters.words import projects_crumb, visibility_text


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPart:
    """One part, with its heading."""

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """All the page shows."""

    id: int
    title: str
    above: str
    trail: tuple[Crumb, ...]
    facts: tuple[Fact, ...]
    parts: tuple[StoryPart, ...]
    project_href: str
    levels: tuple[tuple[str, str, bool], ...]
    may_write: bool
    may_publish: bool
    publish_refusal: str


def present_story(actor: Actor, story: Story) -> StoryView:
    project, publish = story.project, may_publish(actor, story)
    is_draft = story.state == StoryState.DRAFT
    level = Visibility.TEAM if is_draft else Visibility(story.visibility)
    return StoryView(
        id=story.pk,
        title=story.title,
        above=", ".join(dict.fromkeys((project.unit.name, project.organisation.name))),
        trail=(projects_crumb(),) if actor.is_signed_in else (),
        facts=(
            Fact(text=str(StoryState(story.state).label), look="pine"),
            Fact(
                text=visibility_text(level, project.organisation.name),
                icon="globe" if level == Visibility.PUBLIC else "lock",
            ),
            *((Fact(text=_("Invented story"), icon="info"),) if project.is_invented else ()),
        ),
        parts=tuple(
            StoryPart(name=name, title=str(StoryForm.base_fields[name].label), text=getattr(story, name))
            for name in STORY_FIELDS
            if name != "title" and getattr(story, name)
        ),
        project_href=reverse("projects:story", args=[project.pk]) if may_view(actor, project) else "",
        levels=tuple(
            (each, visibility_text(each, project.organisation.name), each == level)
            for each in Visibility.values
        ),
        may_write=bool(may_write(actor, story)),
        may_publish=bool(publish),
        publish_refusal=publish.refusal,
    )
