"""Which stories somebody may read."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Q, QuerySet
from django.urls import reverse

from wellrun.control.queries import ClosingReview
from wellrun.conversations.values import Topic, TopicKind
from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.learning.models import Story
from wellrun.learning.permissions import may_view
from wellrun.learning.values import StoryState
from wellrun.projects.models import Project
from wellrun.projects.queries import project_topic
from wellrun.projects.values import PROJECT, SeatRole

__all__ = ["Story", "get_for", "learned_elsewhere", "learned_in", "story_of", "story_topic", "visible_to"]


def visible_to(actor: Actor) -> QuerySet[Story]:
    """The stories that exist for this person. The same rule as `permissions.may_view`."""
    levels = Q(visibility=Visibility.PUBLIC)
    if actor.is_signed_in:
        levels |= Q(visibility=Visibility.NETWORK)
    levels |= Q(visibility=Visibility.ORGANISATION, project__organisation_id__in=actor.organisation_ids)
    shared = levels & Q(state=StoryState.PUBLISHED)
    own = Q(project_id__in=actor.places(PROJECT, SeatRole.values))
    return Story.objects.filter(shared | own, project__is_removed=False)


def learned_elsewhere(actor: Actor, *, most: int) -> list[Story]:
    """What other teams published, the latest first. Invented stories are for people of the demo alone."""
    rows = visible_to(actor).filter(state=StoryState.PUBLISHED)
    rows = rows.exclude(project_id__in=actor.places(PROJECT, SeatRole.values))
    if not actor.is_demo:
        rows = rows.exclude(project__is_invented=True)
    related = rows.select_related("project__organisation", "project__unit")
    return list(related.order_by("-published_at", "-pk")[:most])


def get_for(actor: Actor, story_id: int) -> Story | None:
    return (
        visible_to(actor).select_related("project__organisation", "project__unit").filter(pk=story_id).first()
    )


def story_of(actor: Actor, project: Project) -> Story | None:
    return visible_to(actor).filter(project=project).first()


def learned_in(actor: Actor, project: Project) -> tuple[ClosingReview | None, Story | None]:
    """The look back of a project, and its story where this person may read it, in one question."""
    row = Project.objects.select_related("closing_review", "story").get(pk=project.pk)
    review, story = getattr(row, "closing_review", None), getattr(row, "story", None)
    return review, story if story is not None and may_view(actor, story) else None


def story_topic(story: Story) -> Topic:
    """What people talk about: one story. A draft is its team's."""
    level = story.visibility if story.state == StoryState.PUBLISHED else Visibility.TEAM
    return replace(
        project_topic(story.project),
        kind="story",
        id=story.pk,
        name=story.title,
        page=reverse("learn:story", args=[story.pk]),
        seen_by=str(Visibility(level).label),
        may_view=lambda actor: may_view(actor, story),
    )


def _find(story_id: int) -> Topic | None:
    rows = Story.objects.filter(pk=story_id, project__is_removed=False)
    story = rows.select_related("project__organisation", "project__unit").first()
    return story_topic(story) if story is not None else None


TOPICS = (TopicKind(kind="story", find=_find, visible_to=visible_to),)
