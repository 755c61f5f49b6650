"""Writes to invitations: made, used once, withdrawn."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.accounts.models import Person
from wellrun.accounts.policies import normal_email
from wellrun.accounts.services import notify, open_account, settle
from wellrun.core import audit, second_lock
from wellrun.core.actor import SYSTEM, Actor
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.core.sentences import Sentence
from wellrun.organisations.models import Invitation, Unit
from wellrun.organisations.permissions import may_administer
from wellrun.organisations.policies import takes_people
from wellrun.organisations.queries import open_invitation
from wellrun.organisations.queries.invitations import digest_of, invitations_to
from wellrun.organisations.services.memberships import give_role, titled
from wellrun.organisations.values import Perspective, Role

LASTS = timedelta(days=7)
_THING = "invitation"
MADE = "invitation.made"


class InvitationRefused(Refused):
    """An invitation that could not be made or used."""


@transaction.atomic
def invite(
    *,
    actor: Actor,
    unit: Unit,
    email: str,
    role: str = Role.MEMBER,
    perspective: str = Perspective.STAFF,
    title: str = "",
    now: datetime,
) -> tuple[Invitation, str]:
    """Make an invitation. Returns it with the token for its link, which is kept nowhere else.

    An earlier one for the same address and unit is withdrawn: only the latest link works. Somebody who has
    an account finds it among their news too, and says yes or no there.
    """
    may_administer(actor, unit).require()
    takes_people(unit).require()
    if actor.is_demo:
        raise InvitationRefused(_("In the demo world nobody is invited: it ends with the first real person."))
    if role not in Role.values:
        raise InvitationRefused(_("Choose one of the roles in the list."), field="role")
    require_none_in(unit.organisation.country, title=title)
    address = normal_email(email)
    audit.take_turn()
    for earlier in Invitation.objects.filter(unit=unit, email=address, used_at=None, withdrawn_at=None):
        withdraw_invitation(actor=actor, invitation=earlier, now=now)
    token = secrets.token_urlsafe(32)
    row = Invitation.objects.create(
        unit=unit,
        role=role,
        perspective=perspective,
        title=titled(title),
        email=address,
        digest=digest_of(token),
        made_by=actor.person_id,
        made_at=now,
        expires_at=now + LASTS,
    )
    _tell_who_is_known(actor, row, now)
    _record(actor, row, MADE, now)
    return row, token


@transaction.atomic
def withdraw_invitation(*, actor: Actor, invitation: Invitation, now: datetime) -> None:
    """Close the link. One that was used stays as it is."""
    may_administer(actor, invitation.unit).require()
    audit.take_turn()
    row = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if row.used_at or row.withdrawn_at or row.declined_at:
        return
    row.withdrawn_at = now
    row.save(update_fields=["withdrawn_at"])
    settle(kind=MADE, address=page_about(row), now=now)
    _record(actor, row, "invitation.withdrawn", now)


@transaction.atomic
def accept_invitation(*, actor: Actor, token: str, email: str, now: datetime) -> Invitation:
    """Use an invitation with the account one has. ``email`` is the address that is theirs for certain."""
    audit.take_turn()
    row = _taken(token, now)
    if normal_email(email) != row.email:
        raise InvitationRefused(
            _("This invitation is for another address. Ask for one to yours, or sign in with the other.")
        )
    with second_lock.as_system():
        _use(row, person_id=actor.id, actor=actor, now=now)
    return row


@transaction.atomic
def answer_invitation(
    *, actor: Actor, invitation_id: int, email: str, is_yes: bool, now: datetime
) -> Invitation:
    """Say yes or no to an invitation of one's own, without its link. ``email`` is theirs for certain."""
    audit.take_turn()
    with second_lock.as_system():
        row = next((each for each in invitations_to(email, now=now) if each.pk == invitation_id), None)
        if (
            row is None
            or Invitation.objects.select_for_update().filter(pk=row.pk, used_at=None).first() is None
        ):
            raise InvitationRefused(
                _("This invitation was answered, withdrawn or is too old. Ask for a new one.")
            )
        if is_yes:
            _use(row, person_id=actor.id, actor=actor, now=now)
            return row
        row.declined_at = now
        row.save(update_fields=["declined_at"])
        settle(kind=MADE, address=page_about(row), now=now)
        _record(actor, row, "invitation.declined", now)
    return row


@transaction.atomic
def join_by_invitation(*, token: str, name: str, password: str | None, now: datetime) -> Person:
    """Open an account with an invitation: whoever has the link reads that address's mail."""
    audit.take_turn()
    row = _taken(token, now)
    if Person.objects.filter(email__iexact=row.email).exists():
        raise InvitationRefused(_("You have an account already. Sign in, then open the link again."))
    person = open_account(actor=SYSTEM, email=row.email, name=name, password=password, now=now)
    with second_lock.as_system():
        _use(row, person_id=person.pk, actor=Actor(person_id=person.pk, name=person.name), now=now)
    return person


def _taken(token: str, now: datetime) -> Invitation:
    """The invitation, held so that two uses at the same moment become one."""
    found = open_invitation(token, now=now)
    free = Invitation.objects.select_for_update().filter(used_at=None, withdrawn_at=None, declined_at=None)
    with second_lock.presenting(digest_of(token)):
        is_free = found is not None and free.filter(pk=found.pk).first() is not None
    if found is None or not is_free:
        raise InvitationRefused(_("This invitation was used, withdrawn or is too old. Ask for a new one."))
    return found


def _use(row: Invitation, *, person_id: int, actor: Actor, now: datetime) -> None:
    row.used_at = now
    row.used_by = person_id
    row.save(update_fields=["used_at", "used_by"])
    give_role(
        actor=SYSTEM,
        person_id=person_id,
        unit=row.unit,
        role=row.role,
        perspective=row.perspective,
        title=row.title,
        now=now,
    )
    settle(kind=MADE, address=page_about(row), now=now)
    _record(actor, row, "invitation.used", now)


def page_about(row: Invitation) -> str:
    """Where somebody who has an account answers it."""
    return f"/invitations/mine/#invitation-{row.pk}"


def _tell_who_is_known(actor: Actor, row: Invitation, now: datetime) -> None:
    known = Person.objects.filter(email=row.email, is_active=True).order_by().values_list("pk", flat=True)
    said = {"by": actor.name, "unit": row.unit.name, "organisation": row.unit.organisation.name}
    notify(
        actor=actor,
        people=known,
        kind=MADE,
        text=Sentence(gettext_noop("%(by)s invites you to join %(unit)s at %(organisation)s"), said),
        address=page_about(row),
        asks=True,
        now=now,
    )


def _record(actor: Actor, row: Invitation, action: str, now: datetime) -> None:
    """Without the address: it is personal, and the record is kept for ever."""
    audit.record(
        actor=actor,
        action=action,
        thing=audit.Thing(kind=_THING, id=row.pk, organisation_id=row.unit.organisation_id),
        now=now,
        after={"unit_id": row.unit_id, "unit": row.unit.name, "role": row.role},
    )
