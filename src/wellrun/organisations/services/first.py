"""The first organisation and its administrator, on a fresh installation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.accounts.queries import has_real_people
from wellrun.accounts.services import open_account
from wellrun.core import audit, second_lock
from wellrun.core.actor import SYSTEM
from wellrun.core.decision import Refused
from wellrun.organisations.queries import root_of
from wellrun.organisations.services.memberships import give_role
from wellrun.organisations.services.organisations import NewOrganisation, add_organisation
from wellrun.organisations.values import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAdministrator:
    name: str
    email: str
    password: str


@transaction.atomic
def set_up(*, organisation: NewOrganisation, administrator: FirstAdministrator, now: datetime) -> Person:
    """Make both, once. Whoever calls this has shown that they run this machine."""
    if has_real_people():
        raise Refused(_("Wellrun is set up already. Sign in, or ask an administrator to invite you."))
    with second_lock.as_system():
        audit.take_turn()
        row = add_organisation(actor=SYSTEM, organisation=organisation, now=now)
        person = open_account(
            actor=SYSTEM,
            email=administrator.email,
            name=administrator.name,
            password=administrator.password,
            now=now,
        )
        root = root_of(row.pk)
        give_role(actor=SYSTEM, person_id=person.pk, unit=root, role=Role.ADMINISTRATOR, now=now)
        return person
