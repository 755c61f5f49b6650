"""Writes to roles: who holds which, on which unit."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.permissions import may_administer
from wellrun.organisations.policies import takes_people
from wellrun.organisations.values import Perspective, Role

THING = "membership"


class MembershipRefused(Refused):
    """A role that could not be given or ended."""


@transaction.atomic
def give_role(
    *,
    actor: Actor,
    person_id: int,
    unit: Unit,
    role: str,
    perspective: str = Perspective.STAFF,
    title: str = "",
    now: datetime,
) -> Membership:
    """Let a person hold a role on a unit. A role that is held already is left as it is."""
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    may_administer(actor, unit).require()
    takes_people(unit).require()
    if role not in Role.values:
        raise MembershipRefused(_("Choose one of the roles in the list."), field="role")
    held = Membership.objects.filter(person_id=person_id, unit=unit, role=role, ended_at=None).first()
    if held is not None:
        return held
    require_none_in(unit.organisation.country, title=title)
    row = Membership(
        person_id=person_id, unit=unit, role=role, perspective=perspective, title=title.strip(), since=now
    )
    row.full_clean()
    row.save()
    _record(actor, row, "membership.given", now)
    return row


@transaction.atomic
def end_membership(*, actor: Actor, membership: Membership, reason: str = "", now: datetime) -> None:
    """End a role. An organisation keeps at least one administrator."""
    unit = Unit.objects.select_for_update().get(organisation_id=membership.unit.organisation_id, parent=None)
    may_administer(actor, membership.unit).require()
    require_none_in(unit.organisation.country, reason=reason)
    row = Membership.objects.select_for_update().get(pk=membership.pk)
    if row.ended_at is not None:
        return
    if row.role == Role.ADMINISTRATOR and _is_the_last(row, unit):
        raise MembershipRefused(
            _("%(organisation)s would have no administrator. Make somebody else one first.")
            % {"organisation": unit.name}
        )
    row.ended_at = now
    row.save(update_fields=["ended_at"])
    _record(actor, row, "membership.ended", now, reason=reason.strip())


def _is_the_last(row: Membership, root: Unit) -> bool:
    """Whether nobody else who can sign in administers the whole organisation."""
    others = Membership.objects.filter(
        unit=root, role=Role.ADMINISTRATOR, ended_at=None, person__is_active=True
    ).exclude(pk=row.pk)
    return row.unit_id == root.pk and not others.exists()


def _record(actor: Actor, row: Membership, action: str, now: datetime, *, reason: str = "") -> None:
    state = {
        "person_id": row.person_id,
        "unit_id": row.unit_id,
        "unit": row.unit.name,
        "role": row.role,
        "perspective": row.perspective,
    }
    given = action == "membership.given"
    audit.record(
        actor=actor,
        action=action,
        thing=audit.Thing(kind=THING, id=row.pk, organisation_id=row.unit.organisation_id),
        now=now,
        before=None if given else state,
        after=state if given else None,
        reason=reason,
    )
