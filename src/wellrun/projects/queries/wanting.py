"""What a person's projects want from them: each question is one, however many projects there are."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import F, OuterRef, Q, Subquery

from wellrun.core.actor import Actor
from wellrun.organisations.models import Unit
from wellrun.organisations.values import LEADING_ROLES, UNIT
from wellrun.projects.models import Action, Barrier, Involvement, Project, Request
from wellrun.projects.queries.portfolio import QUIET
from wellrun.projects.queries.projects import visible_to
from wellrun.projects.values import BY_EXPERIENCE, PARTNER_ROLE, PROJECT, BarrierState, SeatRole, State

OWN_WORK = (SeatRole.LEAD, SeatRole.MEMBER, SeatRole.SERVICE_USER_PARTNER)
"""Who does the work of a project; its coach asks and does not do it for them."""


def requests_to(actor: Actor, *, most: int) -> list[Request]:
    """Teams that wait for this person's answer, the earliest reply day first."""
    rows = Request.objects.filter(
        person_id=actor.id,
        moved_up_at=None,
        barrier__state=BarrierState.WAITING,
        barrier__project__is_removed=False,
    )
    return list(rows.select_related("barrier__project").order_by("reply_by", "pk")[:most])


def answers_to(actor: Actor, *, most: int) -> list[Barrier]:
    """Answers for teams that the person leads, until the team says whether they helped."""
    rows = Barrier.objects.filter(
        project_id__in=actor.places(PROJECT, (SeatRole.LEAD,)),
        state=BarrierState.ANSWERED,
        project__is_removed=False,
    )
    return list(rows.select_related("project", "answered_by").order_by("answered_at", "pk")[:most])


def actions_for(actor: Actor, *, until: date, most: int) -> list[Action]:
    """What the person said they would do and that is due, the earliest day first."""
    rows = Action.objects.filter(
        Q(due_on__lte=until) | Q(due_on=None),
        person_id=actor.id,
        done_at=None,
        project_id__in=actor.places(PROJECT, SeatRole.values),
        project__is_removed=False,
    ).exclude(project__state=State.CLOSED)
    return list(rows.select_related("project").order_by(F("due_on").asc(nulls_last=True), "pk")[:most])


def levels_to_agree(actor: Actor, *, most: int) -> list[Involvement]:
    """Levels of involvement that were written down and that this partner has not agreed with yet."""
    latest = Involvement.objects.filter(project=OuterRef("project")).order_by("-at", "-pk").values("pk")
    seat = Q(project__seats__perspective__in=BY_EXPERIENCE) | Q(project__seats__role=PARTNER_ROLE)
    rows = Involvement.objects.filter(
        seat,
        project__seats__person_id=actor.id,
        project__seats__ended_at=None,
        project_id__in=actor.places(PROJECT, OWN_WORK),
        project__is_removed=False,
        pk=Subquery(latest[:1]),
    ).exclude(project__state=State.CLOSED)
    not_yet = rows.exclude(agreements__person_id=actor.id)
    return list(not_yet.select_related("project").order_by("at", "pk").distinct()[:most])


def waiting_for_a_yes(actor: Actor, *, most: int) -> list[Project]:
    """Projects that were talked over, and that this person may approve."""
    units = Unit.objects.filter(pk__in=actor.places(UNIT, LEADING_ROLES)).order_by("pk")
    mine = Q(pk__in=actor.places(PROJECT, (SeatRole.SPONSOR,)))
    for path in units.values_list("path", flat=True):
        mine |= Q(unit__path__startswith=path)
    rows = visible_to(actor).filter(mine, state=State.EXPLORED)
    return list(rows.select_related("unit").order_by("last_news_at", "pk")[:most])


def quiet_teams(actor: Actor, *, now: datetime, most: int) -> list[Project]:
    """Teams of a coach without news for six weeks, the quietest first."""
    rows = Project.objects.filter(
        pk__in=actor.places(PROJECT, (SeatRole.COACH,)), is_removed=False, last_news_at__lt=now - QUIET
    ).exclude(state=State.CLOSED)
    return list(rows.select_related("unit").order_by("last_news_at", "pk")[:most])
