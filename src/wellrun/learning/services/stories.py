"""Write a story, and let others read it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.control.models import ClosingReview
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.core.visibility import Visibility
from wellrun.core.vocabulary import worded
from wellrun.learning.models import Story
from wellrun.learning.permissions import may_publish, may_write
from wellrun.learning.services.drafting import drafted
from wellrun.learning.values import STORY_FIELDS, StoryState, StoryWords
from wellrun.projects.models import Project
from wellrun.projects.services.writing import finish, locked, require_clean, require_fresh_parts

PART = "story"
LONGEST = 20_000


class StoryRefused(Refused):
    """A story that could not be saved or published."""


def begin_story(actor: Actor, project: Project, review: ClosingReview, now: datetime) -> Story:
    """The draft; a story that is there already is the team's, and is left as it is."""
    held = Story.objects.filter(project=project).first()
    if held is not None:
        return held
    words = asdict(drafted(project, review))
    story = Story.objects.create(project=project, created_at=now, **words)
    _leave_record(actor, story, "story.drafted", now, after=words)
    return story


@transaction.atomic
def write_story(
    *, actor: Actor, story: Story, words: StoryWords, expected_version: int | None = None, now: datetime
) -> Story:
    """The team's own words."""
    row = _held(story)
    may_write(actor, row).require()
    told = {name: trimmed(str(text)) for name, text in asdict(words).items()}
    if not told["title"]:
        raise StoryRefused(worded(_("Give {the_story} a name.")), field="title")
    if len(told["title"]) > 160:
        raise StoryRefused(too_long(160, len(told["title"])), field="title")
    for name, text in told.items():
        if len(text) > LONGEST:
            raise StoryRefused(too_long(LONGEST, len(text)), field=name)
    require_clean(row.project, **told)
    before = {name: getattr(row, name) for name in STORY_FIELDS}
    if before != told:
        require_fresh_parts(row.project, expected_version, part=PART, theirs=before, yours=told)
        for name, text in told.items():
            setattr(row, name, text)
        row.save(update_fields=list(STORY_FIELDS))
        _leave_record(actor, row, "story.written", now, before=before, after=told)
    return row


@transaction.atomic
def publish(*, actor: Actor, story: Story, visibility: str, now: datetime) -> Story:
    """Let others read it, this far. A narrower level takes it back; to the team alone makes it a draft."""
    row = _held(story)
    may_publish(actor, row).require()
    if visibility not in Visibility.values:
        raise StoryRefused(_("Choose one of the four levels."), field="visibility")
    before = {"state": row.state, "visibility": row.visibility}
    row.visibility = visibility
    row.state = StoryState.DRAFT if visibility == Visibility.TEAM else StoryState.PUBLISHED
    row.published_at = None if row.state == StoryState.DRAFT else row.published_at or now
    row.save(update_fields=["state", "visibility", "published_at"])
    after = {"state": str(row.state), "visibility": row.visibility}
    if after != before:
        _leave_record(actor, row, "story.published", now, before=before, after=after)
    return row


def _held(story: Story) -> Story:
    """The story as it is now; its project is held, so that two writes follow each other."""
    project = locked(story.project_id)
    row = Story.objects.get(pk=story.pk)
    row.project = project
    return row


def _leave_record(
    actor: Actor,
    story: Story,
    action: str,
    now: datetime,
    *,
    before: audit.State | None = None,
    after: audit.State | None = None,
) -> None:
    project = locked(story.project_id)
    finish(actor=actor, project=project, action=action, part=PART, before=before, after=after, now=now)
