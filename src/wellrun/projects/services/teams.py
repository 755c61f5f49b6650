"""Who is in a project's team."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.sentences import Sentence
from wellrun.organisations.queries import organisations_of
from wellrun.organisations.values import Perspective
from wellrun.projects.models import Project, Seat
from wellrun.projects.permissions import may_lead
from wellrun.projects.queries.actions import open_actions_of
from wellrun.projects.services.actions import give_action
from wellrun.projects.services.telling import team_of, tell
from wellrun.projects.services.writing import finish, locked, require_clean
from wellrun.projects.values import SeatRole


class SeatRefused(Refused):
    """A seat that could not be given or ended."""


@transaction.atomic
def give_seat(
    *,
    actor: Actor,
    project: Project,
    person: Person,
    role: str,
    perspective: str = Perspective.STAFF,
    title: str = "",
    now: datetime,
) -> Seat:
    """Let somebody join the team. A seat that is held already is left as it is."""
    project = locked(project.pk)
    may_lead(actor, project).require()
    _require_sound(person, role, perspective)
    require_clean(project, title=title)
    held = Seat.objects.filter(project=project, person=person, role=role, ended_at=None).first()
    if held is not None:
        return held
    seat = Seat.objects.create(
        project=project,
        person=person,
        role=role,
        perspective=perspective,
        title=trimmed(title)[:120],
        since=now,
    )
    if project.organisation_id not in organisations_of(person.pk):
        _tell_guest(actor, project, person, now)
    finish(
        actor=actor,
        project=project,
        action="seat.given",
        part=f"seat/{seat.pk}",
        after={"person_id": person.pk, "role": role, "perspective": perspective},
        now=now,
    )
    return seat


def _require_sound(person: Person, role: str, perspective: str) -> None:
    if role not in SeatRole.values:
        raise SeatRefused(_("Choose one of the roles in the list."), field="role")
    if perspective not in Perspective.values:
        raise SeatRefused(_("Choose one of the sides in the list."), field="perspective")
    if not person.is_active:
        raise SeatRefused(_("%(name)s can no longer sign in.") % {"name": person.name}, field="person")


def _tell_guest(actor: Actor, project: Project, person: Person, now: datetime) -> None:
    """Somebody who works elsewhere has not been asked, and would not look here."""
    said = {"project": project.title, "host": project.organisation.name}
    text = Sentence(gettext_noop("You are on the team of “%(project)s” at %(host)s"), said)
    page = f"/projects/{project.pk}/"
    tell(actor=actor, people={person.pk}, kind="seat.given", text=text, address=page, now=now)


@transaction.atomic
def end_seat(
    *, actor: Actor, seat: Seat, reason: str = "", actions_to: int | None = None, now: datetime
) -> None:
    """Somebody leaves the team: by themselves, or with the lead. A project keeps at least one lead.

    ``actions_to`` takes the next actions of somebody who then no longer works on the project.
    """
    project = locked(seat.project_id)
    if seat.person_id != actor.person_id:
        may_lead(actor, project).require()
    require_clean(project, reason=reason)
    row = Seat.objects.select_for_update().get(pk=seat.pk)
    if row.ended_at is not None:
        return
    others = Seat.objects.filter(project=project, role=SeatRole.LEAD, ended_at=None).exclude(pk=row.pk)
    if row.role == SeatRole.LEAD and not others.exists():
        raise SeatRefused(_("A project needs somebody who leads it. Choose another lead first."))
    row.ended_at = now
    row.save(update_fields=["ended_at"])
    if row.person_id not in team_of(project):
        _pass_on_actions(actor, project, row.person_id, actions_to, now)
    finish(
        actor=actor,
        project=project,
        action="seat.ended",
        part=f"seat/{row.pk}",
        before={"person_id": row.person_id, "role": row.role},
        reason=trimmed(reason),
        now=now,
    )


def _pass_on_actions(actor: Actor, project: Project, person_id: int, to: int | None, now: datetime) -> None:
    """What they would have done next is done by somebody else, or it would be forgotten."""
    actions = list(open_actions_of(project).filter(person_id=person_id))
    if actions and to not in team_of(project):
        told = "; ".join(action.text for action in actions)
        raise SeatRefused(
            _("They have next actions here. Choose who takes them: %(actions)s") % {"actions": told},
            field="actions_to",
        )
    for action in actions:
        give_action(actor=actor, project=project, action=action, to=to or 0, now=now)
