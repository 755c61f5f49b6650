"""Who may read a story, write it, and let others read it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import ALLOWED, Decision, all_of, refused
from wellrun.core.visibility import Visibility
from wellrun.core.vocabulary import worded
from wellrun.learning.models import Story
from wellrun.learning.values import StoryState
from wellrun.projects.permissions import roles_in
from wellrun.projects.values import EDITORS, SeatRole


def may_view(actor: Actor, story: Story) -> Decision:
    """Whether the story exists for this person. The same rule as `queries.visible_to`."""
    if not story.project.is_removed and (roles_in(actor, story.project) or _is_shared_with(actor, story)):
        return ALLOWED
    return refused(worded(_("There is no such {story}, or its team has not published it yet.")))


def _is_shared_with(actor: Actor, story: Story) -> bool:
    if story.state != StoryState.PUBLISHED:
        return False
    match Visibility(story.visibility):
        case Visibility.PUBLIC:
            return True
        case Visibility.NETWORK:
            return actor.is_signed_in
        case Visibility.ORGANISATION:
            return actor.belongs_to(story.project.organisation_id)
        case Visibility.TEAM:
            return False


def may_write(actor: Actor, story: Story) -> Decision:
    """The team writes, also when its project is closed: that is when there is time to tell."""
    return all_of(
        may_view(actor, story),
        ALLOWED
        if roles_in(actor, story.project) & EDITORS
        else refused(worded(_("Only the project's team can change its {story}."))),
    )


def may_publish(actor: Actor, story: Story) -> Decision:
    return all_of(
        may_view(actor, story),
        ALLOWED
        if SeatRole.LEAD in roles_in(actor, story.project)
        else refused(worded(_("The project's lead publishes {the_story}. Ask them to read it."))),
    )
