"""Everybody who may ask for a page of one project: from nobody to an administrator."""

from dataclasses import dataclass

from tests.build.accounts import can_sign_in
from tests.build.cast import NOW, SETTING_UP, a_person_on
from tests.build.projects import again
from wellrun.accounts.models import Person
from wellrun.accounts.services import deactivate_person
from wellrun.core.actor import NOBODY, Actor
from wellrun.organisations.models import Membership, Organisation, Unit
from wellrun.organisations.services import end_membership
from wellrun.organisations.values import Perspective, Role
from wellrun.projects.models import Project, Seat
from wellrun.projects.services import end_seat, give_seat
from wellrun.projects.values import SeatRole

SEATS = {
    "guest": SeatRole.MEMBER,
    "viewer": SeatRole.VIEWER,
    "member": SeatRole.MEMBER,
    "partner": SeatRole.SERVICE_USER_PARTNER,
    "coach": SeatRole.COACH,
    "sponsor": SeatRole.SPONSOR,
    "left": SeatRole.MEMBER,
    "closed": SeatRole.MEMBER,
    "carer-one": SeatRole.SERVICE_USER_PARTNER,
    "carer-two": SeatRole.SERVICE_USER_PARTNER,
}
"""Who sits in the team beside its lead; three partners are as many as an experience check needs."""


@dataclass(frozen=True)
class Units:
    """A directorate with two wards: the work is on the first of them."""

    organisation: Organisation
    root: Unit
    above: Unit
    ward: Unit
    beside: Unit


def posts(units: Units) -> dict[str, tuple[Unit, str]]:
    """Who works where, as what."""
    on_the_ward = ("left", "closed", "ward", "member", "partner", "lead", "carer-one", "carer-two")
    return {
        **dict.fromkeys(("colleague", "viewer", "coach", "sponsor"), (units.root, Role.MEMBER)),
        **dict.fromkeys(on_the_ward, (units.ward, Role.MEMBER)),
        "beside": (units.beside, Role.MEMBER),
        "unit-coach": (units.ward, Role.COACH),
        "unit-leader": (units.ward, Role.LEADER),
        "leader-above": (units.above, Role.LEADER),
        "root-leader": (units.root, Role.LEADER),
        "office": (units.root, Role.IMPROVEMENT_OFFICE),
        "unit-admin": (units.ward, Role.ADMINISTRATOR),
        "admin": (units.root, Role.ADMINISTRATOR),
        "admin-first": (units.root, Role.ADMINISTRATOR),
    }


def hired(units: Units) -> dict[str, Actor]:
    """The organisation's own people, each called after what they are."""
    place = units.organisation.slug
    people = {
        key: a_person_on(f"{key}-{place} Example", unit, role=role)
        for key, (unit, role) in posts(units).items()
    }
    everybody = {"newcomer": a_person_on(f"newcomer-{place} Example"), **people}
    for actor in everybody.values():
        can_sign_in(actor)
    return {"nobody": NOBODY, **everybody}


def seat(project: Project, lead: Actor, people: dict[str, Actor], keys: tuple[str, ...]) -> None:
    """Let these people join the team."""
    partners = (SeatRole.SERVICE_USER_PARTNER,)
    for key in keys:
        side = Perspective.SERVICE_USER if SEATS[key] in partners else Perspective.STAFF
        give_seat(
            actor=lead, project=project, person=Person.objects.get(pk=people[key].id), role=SEATS[key],
            perspective=side, now=NOW,
        )  # fmt: skip


def gone(project: Project, people: dict[str, Actor], lead: Actor) -> None:
    """One has left ward and team; the account of another was closed."""
    left = people["left"].id
    for held in Seat.objects.filter(person_id=left):
        end_seat(actor=lead, seat=held, now=NOW)
    for membership in Membership.objects.filter(person_id=left):
        end_membership(actor=SETTING_UP, membership=membership, now=NOW)
    deactivate_person(actor=SETTING_UP, person=Person.objects.get(pk=people["closed"].id), now=NOW)


def as_they_are_now(people: dict[str, Actor]) -> dict[str, Actor]:
    """Everybody with the roles they hold by now."""
    return {key: again(actor) if actor.is_signed_in else actor for key, actor in people.items()}
