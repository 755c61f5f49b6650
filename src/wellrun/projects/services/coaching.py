"""What a coach writes: the coaching log, and the score they agree on with the team."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.core.sentences import Sentence
from wellrun.projects.models import CoachingNote, Progress, Project
from wellrun.projects.permissions import may_coach
from wellrun.projects.services.telling import page_of, team_of, tell
from wellrun.projects.services.writing import finish, locked, require_clean
from wellrun.projects.values import LEVELS

LONGEST = 4000


class CoachingRefused(Refused):
    """A note or a score that could not be saved."""


@transaction.atomic
def log_coaching(
    *, actor: Actor, project: Project, on: date, what: str, next_step: str = "", now: datetime
) -> CoachingNote:
    """Write down a conversation with the team. Only team and coach read it."""
    project = locked(project.pk)
    may_coach(actor, project).require()
    what, next_step = trimmed(what), trimmed(next_step)
    if not what:
        raise CoachingRefused(_("Say in a few words what you talked about."), field="what")
    if len(what) > LONGEST:
        raise CoachingRefused(too_long(LONGEST, len(what)), field="what")
    if len(next_step) > 300:
        raise CoachingRefused(too_long(300, len(next_step)), field="next_step")
    require_clean(project, what=what, next_step=next_step)
    if on > now.date():
        raise CoachingRefused(_("Choose today or an earlier day."), field="on")
    note = CoachingNote.objects.create(
        project=project, coach_id=actor.id, on=on, what=what, next_step=next_step, at=now
    )
    # The record says that they met. What was said stays in the log, which only the team reads.
    finish(
        actor=actor,
        project=project,
        action="coaching.logged",
        part="coaching",
        after={"note_id": note.pk, "on": on.isoformat()},
        now=now,
    )
    if next_step:
        tell(
            actor=actor,
            people=team_of(project),
            kind="coaching.logged",
            text=Sentence(gettext_noop("Next step after coaching: %(step)s"), {"step": next_step}),
            address=page_of(project, "coaching"),
            now=now,
        )
    return note


@transaction.atomic
def confirm_progress(
    *, actor: Actor, project: Project, score: float, suggested: float, note: str = "", now: datetime
) -> Progress:
    """Agree on a score. One that differs from what the record suggests says why."""
    project = locked(project.pk)
    may_coach(actor, project).require()
    note = trimmed(note)
    if score not in LEVELS:
        raise CoachingRefused(_("Choose one of the scores in the list."), field="score")
    if score != suggested and not note:
        raise CoachingRefused(_("Say why your score differs from the record."), field="note")
    if len(note) > 500:
        raise CoachingRefused(too_long(500, len(note)), field="note")
    require_clean(project, note=note)
    row = Progress.objects.create(
        project=project, score=score, suggested=suggested, note=note, coach_id=actor.id, at=now
    )
    finish(
        actor=actor,
        project=project,
        action="progress.confirmed",
        part="progress",
        after={"score": score, "suggested": suggested},
        reason=note,
        now=now,
    )
    return row
