"""Who is in the team: ask somebody to join, say goodbye."""

from __future__ import annotations

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.accounts.queries import person_with
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.projects import services
from wellrun.projects.permissions import may_lead, may_take_lead
from wellrun.projects.queries import Project, Seat, has_lead, origin_of, partners_on, seats_of
from wellrun.web.projects.forms import SeatForm
from wellrun.web.projects.presenters.origin import came_along
from wellrun.web.projects.presenters.team import partner_names, present_team, takers_besides
from wellrun.web.projects.presenters.words import project_tabs, project_trail
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET", "POST")
def team(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    form = SeatForm(request.POST or None)
    decision = may_lead(actor, project)
    if request.method == "POST" and not decision:  # before the address is looked up
        return forbidden(request, PermissionError(decision.refusal))
    if request.method == "POST" and form.is_valid() and not ratelimit.consume(request, action="join_team"):
        form.refuse_too_often()
    elif request.method == "POST" and form.is_valid():
        person = person_with(form.cleaned_data.pop("email"))
        if person is None or not person.is_active:  # of a closed account nothing is told, not even a name
            form.refuse_unknown()
        elif applied(
            form,
            services.give_seat,
            actor=actor,
            project=project,
            person=person,
            now=timezone.now(),
            **form.cleaned_data,
        ):
            return see_other(reverse("projects:team", args=[project.pk]))
    return _page(request, actor, project, form)


@only("POST")
def lead(request: HttpRequest, project_id: int) -> HttpResponse:
    """Lead a project that nobody leads any more."""
    actor, project = project_or_404(request, project_id)
    try:
        services.take_lead(actor=actor, project=project, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, project, SeatForm(), trouble=refusal.sentence)
    return see_other(reverse("projects:team", args=[project.pk]))


@only("POST")
def leave(request: HttpRequest, project_id: int, seat_id: int) -> HttpResponse:
    """End one seat: one's own, or somebody's as a lead."""
    actor, project = project_or_404(request, project_id)
    seat = seats_of(project).filter(pk=seat_id).first()
    if seat is None:
        raise Http404
    chosen = request.POST.get("actions_to", "")
    to = int(chosen) if chosen.isdecimal() and len(chosen) < 19 else None
    try:
        services.end_seat(actor=actor, seat=seat, actions_to=to, now=timezone.now())
    except Refused as refusal:
        leaving = seat if refusal.field == "actions_to" else None
        return _page(request, actor, project, SeatForm(), trouble=refusal.sentence, leaving=leaving)
    is_own = seat.person_id == actor.person_id
    return see_other(reverse("projects:list") if is_own else reverse("projects:team", args=[project.pk]))


def _page(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    form: SeatForm,
    *,
    trouble: str = "",
    leaving: Seat | None = None,
) -> HttpResponse:
    """``leaving`` is the seat that ends once somebody takes the next actions that come with it."""
    decision, seats = may_lead(actor, project), list(seats_of(project))
    context: dict[str, object] = {
        "form": form,
        "project_id": project.pk,
        "title": project.title,
        "trail": project_trail(project),
        "tabs": project_tabs(project.pk, "projects:team"),
        "members": present_team(seats, actor, may_lead=bool(decision)),
        "came_along": came_along(origin_of(project)),
        "leaving_id": leaving.pk if leaving else None,
        "takers": takers_besides(seats, leaving.person_id) if leaving else (),
        "may_take_lead": bool(may_take_lead(actor, project, has_lead=has_lead(project))),
        "partners": partner_names(partners_on(project)),
        "may_lead": bool(decision),
        "refusal": decision.refusal,
        "trouble": trouble,
    }
    return render_page(request, "projects/team.html", context, status=422 if form.errors or trouble else 200)
