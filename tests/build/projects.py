"""A project at a stage, with a team of the usual roles."""

from dataclasses import dataclass

from tests.build.cast import NOW, Cast, a_person, a_person_on, a_unit
from wellrun.access import actor_for
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.organisations.models import Unit
from wellrun.organisations.values import Perspective, Role
from wellrun.projects.models import Project
from wellrun.projects.services import NewProject, give_seat, start_project
from wellrun.projects.values import SeatRole, State

WAY = (
    State.IDEA, State.EXPLORED, State.APPROVED, State.UNDERSTANDING, State.TESTING, State.IMPLEMENTING,
    State.IN_CONTROL, State.SPREADING,
)  # fmt: skip


@dataclass(frozen=True)
class Team:
    """Everybody around one project; each actor has the roles they hold now."""

    project: Project
    ward: Unit
    lead: Actor
    partner: Actor
    coach: Actor
    sponsor: Actor
    looker: Actor
    colleague: Actor
    """Works on the ward, and is not in the team."""
    leader: Actor
    """Leads the organisation, and is not in the team."""
    outsider: Actor
    """Works elsewhere."""


def again(actor: Actor) -> Actor:
    """The same person with the roles they hold by now."""
    return actor_for(Person.objects.get(pk=actor.id))


def a_project(cast: Cast, *, title: str = "Calmer evenings on Alder Ward", state: str = State.IDEA) -> Team:
    ward = a_unit(cast.riverside)
    lead = again(cast.owner)
    project = start_project(
        actor=lead, unit=ward, project=NewProject(title=title, why="Evenings are loud."), now=NOW
    )
    lead = again(lead)
    seated = {
        role: _seated(project, lead, name, cast, role)
        for role, name in (
            (SeatRole.SERVICE_USER_PARTNER, "Marcus Bell"),
            (SeatRole.COACH, "Siôn Rees"),
            (SeatRole.SPONSOR, "Beverley Grant"),
            (SeatRole.VIEWER, "Leila Haddad"),
        )
    }
    Project.objects.filter(pk=project.pk).update(state=state)
    project.refresh_from_db()
    return Team(
        project=project,
        ward=ward,
        lead=lead,
        partner=seated[SeatRole.SERVICE_USER_PARTNER],
        coach=seated[SeatRole.COACH],
        sponsor=seated[SeatRole.SPONSOR],
        looker=seated[SeatRole.VIEWER],
        colleague=a_person_on("Tomasz Zieliński", ward),
        leader=a_person("Ruth Callaghan", cast.riverside, role=Role.LEADER),
        outsider=cast.viewer,
    )


def _seated(project: Project, lead: Actor, name: str, cast: Cast, role: str) -> Actor:
    actor = a_person(name, cast.riverside)
    side = Perspective.SERVICE_USER if role == SeatRole.SERVICE_USER_PARTNER else Perspective.STAFF
    person = Person.objects.get(pk=actor.id)
    give_seat(actor=lead, project=project, person=person, role=role, perspective=side, now=NOW)
    return again(actor)
