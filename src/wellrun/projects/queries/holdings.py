"""What people look after in projects: the lead, next actions, questions that wait for their answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.holdings import Holding
from wellrun.organisations.models import Membership
from wellrun.projects.models import Action, Project, Request, Seat
from wellrun.projects.permissions import may_view
from wellrun.projects.queries.barriers import helpers_for
from wellrun.projects.values import EDITORS, BarrierState, SeatRole, State

MOST_TAKERS = 30
People = tuple[tuple[int, str], ...]


def lone_leads(organisation_id: int) -> QuerySet[Seat]:
    """Seats of those who alone lead a project that is still open."""
    others = Seat.objects.filter(
        project=OuterRef("project"), role=SeatRole.LEAD, ended_at=None, person__is_active=True
    ).exclude(person=OuterRef("person"))
    rows = Seat.objects.filter(role=SeatRole.LEAD, ended_at=None, project__organisation_id=organisation_id)
    rows = rows.filter(~Exists(others), project__is_removed=False).exclude(project__state=State.CLOSED)
    return rows.select_related("project__unit", "project__organisation").order_by("pk")


def open_actions(organisation_id: int) -> QuerySet[Action]:
    rows = Action.objects.filter(project__organisation_id=organisation_id, done_at=None)
    rows = rows.filter(project__is_removed=False).exclude(project__state=State.CLOSED)
    return rows.select_related("project__unit", "project__organisation").order_by("pk")


def open_requests(organisation_id: int) -> QuerySet[Request]:
    rows = Request.objects.filter(
        barrier__project__organisation_id=organisation_id, barrier__project__is_removed=False,
        barrier__state=BarrierState.WAITING, moved_up_at=None, answered_at=None,
    )  # fmt: skip
    return rows.select_related("barrier__project__unit", "barrier__project__organisation").order_by("pk")


def leads_held(actor: Actor, organisation_id: int, person_ids: Collection[int]) -> list[Holding]:
    rows = list(lone_leads(organisation_id).filter(person_id__in=person_ids))
    takers = _takers([row.project for row in rows])
    return [
        _holding(
            "lead", _("Leads"), row, row.project, actor, takers(row.project, may_view(actor, row.project))
        )
        for row in rows
    ]


def actions_held(actor: Actor, organisation_id: int, person_ids: Collection[int]) -> list[Holding]:
    rows = list(open_actions(organisation_id).filter(person_id__in=person_ids))
    takers = _takers([row.project for row in rows])
    return [
        _holding(
            "action", _("Will do"), row, row.project, actor, takers(row.project, False), text=row.text,
            page="huddle/",
        )
        for row in rows
    ]  # fmt: skip


def requests_held(actor: Actor, organisation_id: int, person_ids: Collection[int]) -> list[Holding]:
    """Questions of teams. Who can answer is asked for each: few wait for one person."""
    return [
        _holding(
            "request", _("Is asked"), row, row.barrier.project, actor, _helpers(row), text=row.barrier.text,
            page="barriers/",
        )
        for row in open_requests(organisation_id).filter(person_id__in=person_ids)
    ]  # fmt: skip


def _helpers(row: Request) -> People:
    asked = set(Request.objects.filter(barrier_id=row.barrier_id).values_list("person_id", flat=True))
    helpers = helpers_for(row.barrier.project)
    return tuple((each.person_id, each.name) for each in helpers if each.person_id not in asked)


def _holding(
    kind: str,
    role: str,
    row: Seat | Action | Request,
    project: Project,
    actor: Actor,
    takers: People,
    *,
    text: str = "",
    page: str = "",
) -> Holding:
    """A project that its team keeps to itself is told of without its name."""
    is_seen = bool(may_view(actor, project))
    title = text or project.title
    return Holding(
        kind=kind,
        id=row.pk,
        person_id=row.person_id,
        role=role,
        title=title if is_seen else _("Something of a project that its team keeps to itself"),
        place=project.unit.name if not (is_seen and text) else f"{project.title}, {project.unit.name}",
        address=f"/projects/{project.pk}/{page}" if is_seen else "",
        takers=tuple(each for each in takers if each[0] != row.person_id),
    )


def _takers(projects: Iterable[Project]) -> Callable[[Project, object], People]:
    """Who can take something of a project: its team and, where it is shared, people of its unit."""
    team: dict[int, dict[int, str]] = {}
    for project_id, person_id, name in _seated({each.pk for each in projects}):
        team.setdefault(project_id, {})[person_id] = name
    near: dict[int, dict[int, str]] = {}
    for unit_id, person_id, name in _near({each.unit_id for each in projects}):
        if len(near.setdefault(unit_id, {})) < MOST_TAKERS:
            near[unit_id][person_id] = name

    def of(project: Project, is_shared: object) -> People:
        beside = near.get(project.unit_id, {}) if is_shared else {}
        return tuple((team.get(project.pk, {}) | beside).items())

    return of


def _seated(project_ids: set[int]) -> Iterator[tuple[int, int, str]]:
    rows = Seat.objects.filter(project_id__in=project_ids, role__in=EDITORS, ended_at=None)
    rows = rows.filter(person__is_active=True).order_by("pk")
    return rows.values_list("project_id", "person_id", "person__name").iterator()


def _near(unit_ids: set[int]) -> Iterator[tuple[int, int, str]]:
    rows = Membership.objects.filter(unit_id__in=unit_ids, ended_at=None, person__is_active=True)
    return rows.order_by("unit_id", "name_key").values_list("unit_id", "person_id", "person__name").iterator()
