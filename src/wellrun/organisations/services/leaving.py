"""Ending somebody's sign-in, as an administrator of every place they belong to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.accounts.services import deactivate_person
from wellrun.core.actor import SYSTEM, Actor
from wellrun.core.decision import Refused, all_of
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Membership, Unit
from wellrun.organisations.permissions import may_administer
from wellrun.organisations.values import Role


@transaction.atomic
def end_sign_in(*, actor: Actor, person: Person, reason: str = "", now: datetime) -> None:
    """End it everywhere. One organisation alone cannot lock out a person of another: it ends their role."""
    require_none_in(reason=reason)
    held = Membership.objects.filter(person=person, ended_at=None).values("unit__organisation_id")
    roots = list(Unit.objects.select_for_update().filter(organisation_id__in=held, parent=None))
    if not roots and not actor.is_system:
        raise Refused(_("This person belongs to no organisation that you look after."))
    all_of(*[may_administer(actor, root) for root in roots]).require()
    for root in roots:
        _keep_an_administrator(root, person)
    as_installation = replace(SYSTEM, person_id=actor.person_id, name=actor.name)
    deactivate_person(actor=as_installation, person=person, reason=reason, now=now)


def _keep_an_administrator(root: Unit, person: Person) -> None:
    """Refuse where nobody else who can sign in would look after the organisation."""
    held = Membership.objects.filter(
        unit=root, role=Role.ADMINISTRATOR, ended_at=None, person__is_active=True
    )
    if held.filter(person=person).exists() and not held.exclude(person=person).exists():
        raise Refused(
            _("%(organisation)s would have no administrator. Make somebody else one first.")
            % {"organisation": root.name}
        )
