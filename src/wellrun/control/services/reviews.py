"""Write the closing review, as often as it takes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.control.models import ClosingReview
from wellrun.control.permissions import may_review
from wellrun.control.values import ReviewWords, SelfReport
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.projects.models import Project
from wellrun.projects.services.writing import finish, locked, require_clean, require_fresh_parts

LONGEST = 4000
PART = "closing_review"


class ReviewRefused(Refused):
    """A closing review that could not be saved."""


@transaction.atomic
def write_review(
    *,
    actor: Actor,
    project: Project,
    words: ReviewWords,
    expected_version: int | None = None,
    now: datetime,
) -> ClosingReview:
    """Keep what the team says so far. Nothing ends by this."""
    project = locked(project.pk)
    may_review(actor, project).require()
    told = {name: trimmed(str(text)) for name, text in asdict(words).items()}
    for name, text in told.items():
        if len(text) > LONGEST:
            raise ReviewRefused(too_long(LONGEST, len(text)), field=name)
    if told["self_report"] not in {"", *SelfReport.values}:
        raise ReviewRefused(_("Choose yes, in part or no."), field="self_report")
    require_clean(project, **told)
    row = ClosingReview.objects.filter(project=project).first()
    row = row or ClosingReview(project=project, created_at=now)
    before = {name: getattr(row, name) for name in told} if row.pk else None
    if before == told:
        return row
    require_fresh_parts(project, expected_version, part=PART, theirs=before or {}, yours=told)
    for name, text in told.items():
        setattr(row, name, text)
    row.save()
    finish(
        actor=actor, project=project, action="review.written", part=PART, before=before, after=told, now=now
    )
    return row
