"""Agree who does what next, and tick it off."""

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
from wellrun.projects.models import Action, Project
from wellrun.projects.permissions import may_work
from wellrun.projects.services.telling import ask, page_of, team_of
from wellrun.projects.services.writing import finish, locked, require_clean


class ActionRefused(Refused):
    """A next action that could not be saved."""


@transaction.atomic
def add_action(
    *, actor: Actor, project: Project, text: str, person_id: int, due_on: date | None = None, now: datetime
) -> Action:
    """Somebody of the team will do this next. They are told."""
    project = locked(project.pk)
    may_work(actor, project).require()
    text = trimmed(text)
    if not text:
        raise ActionRefused(_("Say in a few words what will be done."), field="text")
    if len(text) > 300:
        raise ActionRefused(too_long(300, len(text)), field="text")
    require_clean(project, text=text)
    if person_id not in team_of(project):
        raise ActionRefused(_("Choose somebody of the team."), field="person_id")
    action = Action.objects.create(
        project=project, text=text, person_id=person_id, due_on=due_on, created_at=now
    )
    after = {"text": text, "person_id": person_id}
    finish(
        actor=actor, project=project, action="action.agreed", part=f"action/{action.pk}", after=after, now=now
    )
    ask(
        actor=actor,
        people={person_id},
        kind="action.agreed",
        text=Sentence(gettext_noop("You will do this next: %(text)s"), {"text": text}),
        address=page_of(project, "huddle"),
        now=now,
    )
    return action


@transaction.atomic
def finish_action(*, actor: Actor, project: Project, action_id: int, now: datetime) -> None:
    """Anybody of the team ticks it off. Ticking it twice changes nothing."""
    project = locked(project.pk)
    may_work(actor, project).require()
    action = Action.objects.filter(project=project, pk=action_id, done_at=None).first()
    if action is None:
        return
    action.done_at = now
    action.save(update_fields=["done_at"])
    finish(
        actor=actor,
        project=project,
        action="action.done",
        part=f"action/{action.pk}",
        after={"text": action.text},
        now=now,
    )


@transaction.atomic
def give_action(*, actor: Actor, project: Project, action: Action, to: int, now: datetime) -> None:
    """A part of passing things on: somebody else of the team will do it, and is told."""
    before, action.person_id = {"person_id": action.person_id}, to
    action.save(update_fields=["person"])
    ask(
        actor=actor,
        people={to},
        kind="action.passed_on",
        text=Sentence(gettext_noop("You will do this next: %(text)s"), {"text": action.text}),
        address=page_of(project, "huddle"),
        now=now,
    )
    after = {"person_id": to, "text": action.text}
    finish(
        actor=actor,
        project=project,
        action="action.passed_on",
        part=f"action/{action.pk}",
        before=before,
        after=after,
        now=now,
    )
