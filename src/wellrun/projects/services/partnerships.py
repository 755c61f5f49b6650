"""Other organisations join a project: they are asked, answer, put people on the team, and leave."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.accounts.models import Person
from wellrun.accounts.policies import normal_email
from wellrun.core import audit, second_lock
from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.core.sentences import Sentence
from wellrun.organisations.models import Membership, Organisation
from wellrun.organisations.queries import root_of
from wellrun.organisations.values import Perspective
from wellrun.projects.models import PartnerOrganisation, Project, Seat
from wellrun.projects.permissions import may_lead, may_speak_for
from wellrun.projects.queries.partnerships import (
    guests_from,
    is_exactly,
    organisations_called,
    speakers_of,
)
from wellrun.projects.services.telling import ask, page_of, team_of, tell
from wellrun.projects.services.writing import finish, locked, require_clean
from wellrun.projects.values import PARTNER_ROLES, PartnerState, SeatRole

LONGEST = 300


LONGEST_REASON = 1000


class PartnerRefused(Refused):
    """An organisation that could not be asked, or a person who could not join for it."""


@transaction.atomic
def invite_partner(
    *, actor: Actor, project: Project, organisation: str, message: str = "", now: datetime
) -> PartnerOrganisation:
    """Ask another organisation, by its name or code, to take part. Those who answer for it are told."""
    project = locked(project.pk)
    may_lead(actor, project).require()
    require_clean(project, message=message, organisation=organisation)
    asked = _found(project, organisation)
    row = PartnerOrganisation.objects.filter(project=project, organisation=asked).first()
    if row is not None and row.state in {PartnerState.INVITED, PartnerState.JOINED}:
        raise PartnerRefused(
            _("%(organisation)s was asked already.") % {"organisation": asked.name}, field="organisation"
        )
    row = row or PartnerOrganisation(project=project, organisation=asked)
    row.state, row.message, row.invited_at = PartnerState.INVITED, trimmed(message)[:LONGEST], now
    row.answered_at = None
    row.save()
    said = {"host": project.organisation.name, "project": project.title, "organisation": asked.name}
    ask(
        actor=actor,
        people=speakers_of(asked.pk),
        kind="partner_organisation.invited",
        text=Sentence(gettext_noop("%(host)s asks %(organisation)s to join “%(project)s”"), said),
        address=partnerships_page(asked),
        now=now,
    )
    _finish(actor, project, row, "partner_organisation.invited", now, reason=row.message)
    return row


@transaction.atomic
def answer_partner_invitation(
    *, actor: Actor, partner: PartnerOrganisation, is_yes: bool, now: datetime
) -> PartnerOrganisation:
    """An organisation says whether it takes part. By itself that shows none of its people anything."""
    with second_lock.as_system():
        row, project = _held(partner)
        _require_speaker(actor, row)
        if row.state != PartnerState.INVITED:
            raise PartnerRefused(_("This was answered already, or taken back."))
        row.state = PartnerState.JOINED if is_yes else PartnerState.DECLINED
        row.answered_at = now
        row.save(update_fields=["state", "answered_at"])
        text = (
            gettext_noop("%(organisation)s takes part in “%(project)s” now")
            if is_yes
            else gettext_noop("%(organisation)s does not take part in “%(project)s”")
        )
        _tell_team(actor, project, row, text, now)
        _finish(actor, project, row, f"partner_organisation.{row.state}", now)
    return row


@transaction.atomic
def end_partnership(
    *, actor: Actor, partner: PartnerOrganisation, reason: str = "", now: datetime
) -> PartnerOrganisation:
    """A partner leaves, or a lead says goodbye to it: seats of its people end, and they see nothing more."""
    with second_lock.as_system():
        row, project = _held(partner)
        if not may_lead(actor, project):
            _require_speaker(actor, row)
        require_clean(project, reason=reason)
        if len(reason) > LONGEST_REASON:
            raise PartnerRefused(too_long(LONGEST_REASON, len(reason)), field="reason")
        if row.state not in {PartnerState.INVITED, PartnerState.JOINED}:
            return row
        audit.take_turn()
        _require_another_lead(row, project)
        for seat in guests_from(row.organisation_id, project).select_for_update():
            _end_guest(actor, project, seat, now)
        row.state, row.answered_at = PartnerState.LEFT, now
        row.save(update_fields=["state", "answered_at"])
        _tell_team(
            actor, project, row, gettext_noop("%(organisation)s no longer takes part in “%(project)s”"), now
        )
        _finish(actor, project, row, "partner_organisation.left", now, reason=trimmed(reason)[:LONGEST])
    return row


@transaction.atomic
def seat_from_partner(
    *,
    actor: Actor,
    partner: PartnerOrganisation,
    email: str,
    role: str = SeatRole.MEMBER,
    title: str = "",
    now: datetime,
) -> Seat:
    """A partner puts somebody of its own on the team: they see this one project, and nothing else there."""
    with second_lock.as_system():
        row, project = _held(partner)
        _require_speaker(actor, row)
        if row.state != PartnerState.JOINED:
            raise PartnerRefused(_("Say yes first: then your people can join the team."))
        if role not in PARTNER_ROLES:
            raise PartnerRefused(_("Choose one of the roles in the list."), field="role")
        require_clean(project, title=title)
        person = _own_person(row, email)
        seat, is_new = Seat.objects.get_or_create(
            project=project, person=person, role=role, ended_at=None,
            defaults={"since": now, "perspective": Perspective.PARTNER, "title": trimmed(title)[:120]},
        )  # fmt: skip
        if not is_new:
            return seat
        said = {"project": project.title, "host": project.organisation.name}
        text = Sentence(gettext_noop("You are on the team of “%(project)s” at %(host)s"), said)
        address = f"/projects/{project.pk}/"
        tell(actor=actor, people={person.pk}, kind="seat.given", text=text, address=address, now=now)
        after = {"person_id": person.pk, "role": role, "perspective": Perspective.PARTNER.value}
        part = f"seat/{seat.pk}"
        finish(actor=actor, project=project, action="seat.given", part=part, after=after, now=now)
    return seat


def partnerships_page(organisation: Organisation) -> str:
    """Where an organisation sees which projects asked it."""
    return f"/organisations/{organisation.slug}/partnerships/"


def _found(project: Project, text: str) -> Organisation:
    found = organisations_called(text)
    if len(found) != 1 or not is_exactly(found[0], text):
        names = "; ".join(each.name for each in found)
        raise PartnerRefused(
            _("Do you mean one of these? Type its whole name: %(names)s") % {"names": names}
            if found
            else _("No organisation here is called that. Ask them for their name in Wellrun."),
            field="organisation",
        )
    if found[0].pk == project.organisation_id:
        raise PartnerRefused(_("This is the project’s own organisation."), field="organisation")
    return found[0]


def _held(partner: PartnerOrganisation) -> tuple[PartnerOrganisation, Project]:
    project = locked(partner.project_id)
    row = PartnerOrganisation.objects.select_for_update(of=("self",)).select_related("organisation")
    return row.get(pk=partner.pk), project


def _require_speaker(actor: Actor, row: PartnerOrganisation) -> None:
    may_speak_for(actor, root_of(row.organisation_id)).require()


def _require_another_lead(row: PartnerOrganisation, project: Project) -> None:
    leads = Seat.objects.filter(
        project=project, role=SeatRole.LEAD, ended_at=None, person__is_active=True
    ).values_list("person_id", flat=True)
    guests = set(guests_from(row.organisation_id, project).values_list("person_id", flat=True))
    if leads and set(leads) <= guests:
        raise PartnerRefused(_("A project needs somebody who leads it. Choose another lead first."))


def _end_guest(actor: Actor, project: Project, seat: Seat, now: datetime) -> None:
    seat.ended_at = now
    seat.save(update_fields=["ended_at"])
    before = {"person_id": seat.person_id, "role": seat.role}
    finish(actor=actor, project=project, action="seat.ended", part=f"seat/{seat.pk}", before=before, now=now)


def _own_person(row: PartnerOrganisation, email: str) -> Person:
    """Somebody of the organisation itself. For anybody else the answer is the same as for nobody."""
    held = Membership.objects.filter(
        ended_at=None, unit__organisation_id=row.organisation_id, person__email__iexact=normal_email(email),
        person__is_active=True,
    )  # fmt: skip
    found = held.select_related("person").order_by("pk").first()
    if found is None:
        raise PartnerRefused(
            _("Nobody of %(organisation)s signs in with this address. Check it, or invite them first.")
            % {"organisation": row.organisation.name},
            field="email",
        )
    return found.person


def _tell_team(actor: Actor, project: Project, row: PartnerOrganisation, text: str, now: datetime) -> None:
    said = {"organisation": row.organisation.name, "project": project.title}
    people = team_of(project) | (
        speakers_of(row.organisation_id) if row.state == PartnerState.LEFT else set()
    )
    tell(
        actor=actor,
        people=people,
        kind=f"partner_organisation.{row.state}",
        text=Sentence(text, said),
        address=page_of(project, "partners"),
        now=now,
    )


def _finish(
    actor: Actor, project: Project, row: PartnerOrganisation, action: str, now: datetime, *, reason: str = ""
) -> None:
    after = {"organisation": row.organisation.name, "organisation_id": row.organisation_id}
    part = f"partner/{row.pk}"
    finish(actor=actor, project=project, action=action, part=part, after=after, reason=reason, now=now)
