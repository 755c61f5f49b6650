"""End a project and begin its story, in one transaction."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wellrun.control import services as control
from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.values import NewItem
from wellrun.core.actor import Actor
from wellrun.learning.models import Story
from wellrun.learning.services.stories import begin_story
from wellrun.projects.models import Project


@transaction.atomic
def hand_over_with_story(
    *, actor: Actor, project: Project, item: NewItem, now: datetime
) -> tuple[list[ControlItem], Story]:
    """The gain goes to daily control, and its story waits for the team to edit."""
    made = control.hand_over(actor=actor, project=project, item=item, now=now)
    return made, begin_story(actor, project, _review(project), now)


@transaction.atomic
def close_with_story(*, actor: Actor, project: Project, reason: str, now: datetime) -> Story:
    """The project closes with what it taught, and its story waits for the team to edit."""
    control.close_with_learning(actor=actor, project=project, reason=reason, now=now)
    return begin_story(actor, project, _review(project), now)


def _review(project: Project) -> ClosingReview:
    return ClosingReview.objects.get(project=project)
