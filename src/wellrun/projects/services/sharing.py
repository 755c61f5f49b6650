"""Who can see a project. Its lead alone widens it; anybody in the team may narrow it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.projects.models import Project
from wellrun.projects.permissions import may_lead, may_work
from wellrun.projects.services.projects import ProjectRefused
from wellrun.projects.services.writing import finish, locked

_FROM_NARROW_TO_WIDE = list(Visibility.values)


@transaction.atomic
def share(*, actor: Actor, project: Project, visibility: str, now: datetime) -> Project:
    """Set who can see the project."""
    project = locked(project.pk)
    if visibility not in _FROM_NARROW_TO_WIDE:
        raise ProjectRefused(_("Choose one of the four levels."), field="visibility")
    is_wider = _FROM_NARROW_TO_WIDE.index(visibility) > _FROM_NARROW_TO_WIDE.index(project.visibility)
    (may_lead if is_wider else may_work)(actor, project).require()
    before = project.visibility
    if before != visibility:
        project.visibility = visibility
        project.save(update_fields=["visibility"])
        finish(
            actor=actor,
            project=project,
            action="project.shared",
            part="visibility",
            before={"visibility": before},
            after={"visibility": visibility},
            now=now,
        )
    return project
