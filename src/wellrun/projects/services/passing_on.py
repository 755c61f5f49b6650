"""Pass on what somebody leaves behind: the lead of a project, a next action, a question they were asked."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.sentences import Sentence
from wellrun.organisations.models import Membership
from wellrun.projects.models import Action, Project, Request, Seat
from wellrun.projects.permissions import may_pass_on, may_take_lead, may_view
from wellrun.projects.queries.barriers import helpers_for
from wellrun.projects.queries.teams import has_lead
from wellrun.projects.services.actions import give_action
from wellrun.projects.services.telling import ASKED_OF_ME, ask, page_of, team_of
from wellrun.projects.services.writing import finish, leave_record, locked
from wellrun.projects.values import EDITORS, REPLY_WITHIN, BarrierState, SeatRole


class PassingOnRefused(Refused):
    """Something that could not pass to this person."""


@transaction.atomic
def pass_on_lead(*, actor: Actor, holding_id: int, to: int, now: datetime) -> None:
    """Somebody else leads the project from now on: of its team, or of its unit where it is shared."""
    held = Seat.objects.select_related("person").get(pk=holding_id)
    project = locked(held.project_id)
    may_pass_on(actor, project).require()
    taker = _active(to)
    is_near = bool(may_view(actor, project)) and _works_near(project, to)
    if to not in team_of(project) and not is_near:
        raise PassingOnRefused(_("Choose somebody of the team."))
    seat = Seat.objects.select_for_update().get(pk=held.pk)
    if seat.ended_at is not None or seat.role != SeatRole.LEAD:
        return
    seat.ended_at = now
    seat.save(update_fields=["ended_at"])
    _lead(actor, project, taker, now, kind="seat.passed_on", before={"person_id": held.person_id})


@transaction.atomic
def take_lead(*, actor: Actor, project: Project, now: datetime) -> None:
    """Somebody of the team leads it, because nobody does who can still sign in."""
    project = locked(project.pk)
    may_take_lead(actor, project, has_lead=has_lead(project)).require()
    _lead(actor, project, Person.objects.get(pk=actor.id), now, kind="seat.given", before=None)


def _lead(
    actor: Actor,
    project: Project,
    taker: Person,
    now: datetime,
    *,
    kind: str,
    before: dict[str, object] | None,
) -> None:
    seat, _is_new = Seat.objects.get_or_create(
        project=project, person=taker, role=SeatRole.LEAD, ended_at=None, defaults={"since": now}
    )
    ask(
        actor=actor,
        people={taker.pk},
        kind=kind,
        text=Sentence(gettext_noop("You lead “%(project)s” now"), {"project": project.title}),
        address=page_of(project, "team"),
        now=now,
    )
    after = {"person_id": taker.pk, "role": SeatRole.LEAD.value}
    finish(
        actor=actor, project=project, action=kind, part=f"seat/{seat.pk}", before=before, after=after, now=now
    )


@transaction.atomic
def pass_on_action(*, actor: Actor, holding_id: int, to: int, now: datetime) -> None:
    """Somebody else of the team will do it."""
    held = Action.objects.get(pk=holding_id)
    project = locked(held.project_id)
    may_pass_on(actor, project).require()
    _active(to)
    if to not in team_of(project):
        raise PassingOnRefused(_("Choose somebody of the team."))
    action = Action.objects.select_for_update().get(pk=held.pk)
    if action.done_at is None and action.person_id != to:
        give_action(actor=actor, project=project, action=action, to=to, now=now)


@transaction.atomic
def pass_on_request(*, actor: Actor, holding_id: int, to: int, now: datetime) -> None:
    """Another leader is asked in the place of the one who has gone."""
    held = Request.objects.select_related("person").get(pk=holding_id)
    project = locked(held.barrier.project_id)
    may_pass_on(actor, project).require()
    barrier = held.barrier
    asked = Request.objects.filter(barrier=barrier).values_list("person_id", flat=True)
    helper = next((each for each in helpers_for(project) if each.person_id == to), None)
    if helper is None or to in set(asked):
        raise PassingOnRefused(_("Choose one of the leaders in the list."))
    row = Request.objects.select_for_update().get(pk=held.pk)
    if row.moved_up_at is not None or barrier.state != BarrierState.WAITING:
        return
    row.moved_up_at = now
    row.save(update_fields=["moved_up_at"])
    due = (now + REPLY_WITHIN).date()
    Request.objects.create(barrier=barrier, person_id=to, unit_id=helper.unit_id, asked_at=now, reply_by=due)
    ask(
        actor=actor,
        people={to},
        kind="barrier.moved_up",
        text=Sentence(gettext_noop("A team asks for your help: %(text)s"), {"text": barrier.text}),
        address=ASKED_OF_ME,
        now=now,
    )
    before, after = {"asked": held.person.name}, {"asked": helper.name, "reply_by": due.isoformat()}
    leave_record(actor, barrier.project, barrier, "barrier.passed_on", now, before=before, after=after)


@transaction.atomic
def let_go(*, actor: Actor, person_id: int, now: datetime) -> None:
    """Somebody is erased: their seats end, and the team is asked who leads. Others do what they would do."""
    seats = Seat.objects.filter(person_id=person_id, ended_at=None).order_by("project_id", "pk")
    project_ids = dict.fromkeys(seats.values_list("project_id", flat=True))
    actions = Action.objects.filter(person_id=person_id, done_at=None).order_by("project_id", "pk")
    for project_id in dict.fromkeys([*project_ids, *actions.values_list("project_id", flat=True)]):
        project = locked(project_id)
        _end_seats(actor, project, list(seats.select_for_update().filter(project=project)), now)
        _leave_actions(actor, project, list(actions.select_for_update().filter(project=project)), now)


def _end_seats(actor: Actor, project: Project, seats: list[Seat], now: datetime) -> None:
    for seat in seats:
        seat.ended_at = now
        seat.save(update_fields=["ended_at"])
        finish(
            actor=actor,
            project=project,
            action="seat.ended",
            part=f"seat/{seat.pk}",
            before={"person_id": seat.person_id, "role": seat.role},
            now=now,
        )
    if seats and not has_lead(project):
        ask(
            actor=actor,
            people=team_of(project),
            kind="seat.lead_missing",
            text=Sentence(
                gettext_noop("Nobody leads “%(project)s” now. Choose among you who does."),
                {"project": project.title},
            ),
            address=page_of(project, "team"),
            now=now,
        )


def _leave_actions(actor: Actor, project: Project, actions: list[Action], now: datetime) -> None:
    """To a lead, else to whoever has been in the team longest; with nobody there they wait to be seen."""
    held = Seat.objects.filter(project=project, role__in=EDITORS, ended_at=None, person__is_active=True)
    leads = held.filter(role=SeatRole.LEAD).order_by("pk")
    to = (leads.first() or held.order_by("pk").first()) if actions else None
    for action in actions if to is not None else ():
        assert to is not None  # noqa: S101 - the line above
        give_action(actor=actor, project=project, action=action, to=to.person_id, now=now)


def _active(person_id: int) -> Person:
    person = Person.objects.filter(pk=person_id, is_active=True).first()
    if person is None:
        raise PassingOnRefused(_("Choose somebody who can sign in."))
    return person


def _works_near(project: Project, person_id: int) -> bool:
    return Membership.objects.filter(unit_id=project.unit_id, person_id=person_id, ended_at=None).exists()
