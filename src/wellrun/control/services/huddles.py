"""Say when a team meets, and whether one wants the agenda."""

from __future__ import annotations

from datetime import datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.control.models import AgendaChoice, Huddle
from wellrun.control.permissions import may_set_huddle
from wellrun.control.queries.huddles import huddle_of
from wellrun.control.values import Weekday
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.projects.models import Project
from wellrun.projects.services.writing import finish, locked

PART = "huddle"


class HuddleRefused(Refused):
    """A time that could not be set."""


@transaction.atomic
def set_huddle(
    *, actor: Actor, project: Project, weekday: int | None, at: time | None = None, now: datetime
) -> Huddle | None:
    """The weekday and time of the huddle. Without a weekday there is no fixed time, and no agenda."""
    project = locked(project.pk)
    may_set_huddle(actor, project).require()
    if weekday is not None and weekday not in Weekday.values:
        raise HuddleRefused(_("Choose one of the seven days."), field="weekday")
    if weekday is not None and at is None:
        raise HuddleRefused(_("Say at what time you meet, like 08:45."), field="at")
    before = huddle_of(project)
    if weekday is None or at is None:
        after = None
        Huddle.objects.filter(project=project).delete()
    else:
        after, _is_new = Huddle.objects.update_or_create(
            project=project, defaults={"weekday": weekday, "at": at}
        )
    if _state(before) != _state(after):
        finish(
            project,
            actor=actor,
            action="huddle.set",
            part=PART,
            before=_state(before),
            after=_state(after),
            now=now,
        )
    return after


def _state(huddle: Huddle | None) -> audit.State:
    if huddle is None:
        return {}
    return {"weekday": huddle.weekday, "at": huddle.at.isoformat("minutes")}


@transaction.atomic
def choose_agenda(*, actor: Actor, project: Project, is_wanted: bool, now: datetime) -> None:
    """Whether this person gets the agenda of this team by e-mail."""
    may_set_huddle(actor, project).require()
    AgendaChoice.objects.update_or_create(
        project=project, person_id=actor.id, defaults={"is_wanted": is_wanted}
    )
    thing = audit.Thing(kind=PART, id=project.pk, organisation_id=project.organisation_id)
    audit.record(
        actor=actor, action="huddle.agenda_chosen", thing=thing, now=now, after={"is_wanted": is_wanted}
    )
