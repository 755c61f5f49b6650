"""The cast: the same four people in every test."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.utils.text import slugify

from wellrun.access import actor_for
from wellrun.accounts.queries import person_with
from wellrun.accounts.services import add_person
from wellrun.core.actor import NOBODY, SYSTEM, Actor
from wellrun.organisations.models import Organisation, Unit
from wellrun.organisations.queries import root_of
from wellrun.organisations.services import NewOrganisation, NewUnit, add_organisation, add_unit, give_role
from wellrun.organisations.values import Role

NOW = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)
SETTING_UP = SYSTEM


@dataclass(frozen=True)
class Cast:
    """Amina keeps measures at Riverside, Priya works there, Victor elsewhere; the stranger has no account."""

    riverside: Organisation
    hillside: Organisation
    owner: Actor
    member: Actor
    viewer: Actor
    stranger: Actor = NOBODY


def an_organisation(name: str = "Riverside") -> Organisation:
    return add_organisation(actor=SETTING_UP, organisation=NewOrganisation(name=name), now=NOW)


def a_person(name: str, *organisations: Organisation, role: str = Role.MEMBER) -> Actor:
    """Somebody with a role in these organisations as a whole."""
    return a_person_on(name, *(root_of(each.pk) for each in organisations), role=role)


def a_person_on(name: str, *units: Unit, role: str = Role.MEMBER) -> Actor:
    """Somebody with a role on these units. Asked for again, they hold the new role as well."""
    email = f"{slugify(name.split()[0])}@wellrun.example"
    person = person_with(email) or add_person(actor=SETTING_UP, email=email, name=name, now=NOW)
    for unit in units:
        give_role(actor=SETTING_UP, person_id=person.pk, unit=unit, role=role, now=NOW)
    return actor_for(person)


def a_unit(parent: Unit | Organisation, name: str = "Alder Ward") -> Unit:
    above = root_of(parent.pk) if isinstance(parent, Organisation) else parent
    return add_unit(actor=SETTING_UP, parent=above, unit=NewUnit(name=name), now=NOW)


def the_cast() -> Cast:
    riverside, hillside = an_organisation("Riverside"), an_organisation("Hillside")
    return Cast(
        riverside=riverside,
        hillside=hillside,
        owner=a_person("Amina Yusuf", riverside),
        member=a_person("Priya Nair", riverside),
        viewer=a_person("Victor Lund", hillside),
    )


def on_behalf_of(actor: Actor, name: str) -> Actor:
    return replace(actor, on_behalf_of=name)
