"""The cast: the same four people in every test."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from wellrun.accounts.services import add_person
from wellrun.core.actor import NOBODY, Actor
from wellrun.organisations.models import Organisation
from wellrun.organisations.services import NewOrganisation, add_organisation

NOW = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)
SETTING_UP = Actor(person_id=None, name="Wellrun")


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


def a_person(name: str, *organisations: Organisation) -> Actor:
    email = f"{name.split()[0].lower()}@wellrun.example"
    person = add_person(actor=SETTING_UP, email=email, name=name, now=NOW)
    return Actor(
        person_id=person.pk, name=person.name, organisation_ids=frozenset(each.pk for each in organisations)
    )


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
