"""Writes to projects as a whole: start one, move it to another state, take it away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.core.lengths import too_long
from wellrun.organisations.models import Unit
from wellrun.organisations.policies import takes_people
from wellrun.projects.models import Project, Seat, Word
from wellrun.projects.permissions import may_create, may_lead, may_move
from wellrun.projects.policies import needs_no_look_back
from wellrun.projects.queries.involvement import standing_of
from wellrun.projects.services.writing import finish, locked, require_clean
from wellrun.projects.values import SeatRole, State, change_between

LONGEST_WHY = 4000
LONGEST_REASON = 500


class ProjectRefused(Refused):
    """A project that could not be made or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProject:
    """What it takes to start: two minutes are enough."""

    title: str
    why: str = ""
    why_by: str = ""
    is_invented: bool = False


@transaction.atomic
def start_project(*, actor: Actor, unit: Unit, project: NewProject, now: datetime) -> Project:
    """Start a project as an idea. Whoever starts it leads it, and only its team sees it."""
    may_create(actor, unit.organisation_id).require()
    takes_people(unit).require()
    title, why = trimmed(project.title), trimmed(project.why)
    if not title:
        raise ProjectRefused(
            _("Give the project a name, like “Calmer evenings on Alder Ward”."), field="title"
        )
    if len(title) > 160:
        raise ProjectRefused(too_long(160, len(title)), field="title")
    if len(why) > LONGEST_WHY:
        raise ProjectRefused(too_long(LONGEST_WHY, len(why)), field="why")
    require_none_in(unit.organisation.country, title=title, why=why, why_by=project.why_by)
    row = Project.objects.create(
        organisation_id=unit.organisation_id,
        unit=unit,
        title=title,
        why=why,
        why_by=trimmed(project.why_by)[:160],
        created_at=now,
        last_news_at=now,
        version=0,
        is_invented=project.is_invented,
    )
    Seat.objects.create(project=row, person_id=actor.id, role=SeatRole.LEAD, since=now)
    finish(
        actor=actor, project=row, action="project.started", after={"title": title, "unit": unit.name}, now=now
    )
    return row


@transaction.atomic
def move(*, actor: Actor, project: Project, target: str, reason: str = "", now: datetime) -> Project:
    """Move a project along the table, or back. Work that has begun ends by `end_project` alone."""
    project = locked(project.pk)
    may_move(actor, project, target, standing_of(project)).require()
    needs_no_look_back(project, target).require()
    return _moved(actor, project, target, reason, now)


@transaction.atomic
def end_project(*, actor: Actor, project: Project, target: str, reason: str = "", now: datetime) -> Project:
    """Move a project to its end. Only the closing flow of `control` calls this: it holds the review."""
    project = locked(project.pk)
    may_move(actor, project, target, standing_of(project)).require()
    return _moved(actor, project, target, reason, now)


@transaction.atomic
def take_end_back(
    *, actor: Actor, project: Project, target: str, ended_at: datetime, reason: str, now: datetime
) -> Project:
    """Undo an end. What partners had said by then counts again, but for who has said something since."""
    project = locked(project.pk)
    may_move(actor, project, target, standing_of(project)).require()
    since = Word.objects.filter(project=project, settled_at=None)
    said = Word.objects.filter(project=project, settled_at=ended_at)
    spoken = set(since.order_by().values_list("person_id", "target"))
    again = [word.pk for word in said if (word.person_id, word.target) not in spoken]
    Word.objects.filter(pk__in=again).update(settled_at=None)
    return _moved(actor, project, target, reason, now, settles=False)


def _moved(
    actor: Actor, project: Project, target: str, reason: str, now: datetime, *, settles: bool = True
) -> Project:
    change = change_between(project.state, target)
    reason = trimmed(reason)
    if len(reason) > LONGEST_REASON:
        raise ProjectRefused(too_long(LONGEST_REASON, len(reason)), field="reason")
    require_clean(project, reason=reason)
    if change is not None and change.needs_reason and not reason:
        raise ProjectRefused(_("Say why in a few words. Others learn from it."), field="reason")
    before = project.state
    project.state = target
    project.save(update_fields=["state"])
    if settles:
        Word.objects.filter(project=project, settled_at=None).update(settled_at=now)
    finish(
        actor=actor,
        project=project,
        action="project.moved",
        part="state",
        before={"state": before},
        after={"state": target},
        reason=reason,
        now=now,
    )
    return project


@transaction.atomic
def remove_project(*, actor: Actor, project: Project, reason: str = "", now: datetime) -> None:
    """Take a project away from every page. Nothing is deleted."""
    project = locked(project.pk)
    may_lead(actor, project).require()
    require_clean(project, reason=reason)
    project.is_removed = True
    project.save(update_fields=["is_removed"])
    finish(
        actor=actor,
        project=project,
        action="project.removed",
        before={"title": project.title, "state": State(project.state).value},
        reason=trimmed(reason),
        now=now,
    )
