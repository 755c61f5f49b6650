"""Who is in the team: ask somebody to join, say goodbye."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.accounts.queries import person_with
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.projects import services
from wellrun.projects.permissions import may_lead
from wellrun.projects.queries import Project, seats_of
from wellrun.web.projects.forms import SeatForm
from wellrun.web.projects.presenters.team import present_team
from wellrun.web.projects.presenters.words import project_trail
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
    if request.method == "POST" and form.is_valid():
        person = person_with(form.cleaned_data.pop("email"))
        if person is None:
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
def leave(request: HttpRequest, project_id: int, seat_id: int) -> HttpResponse:
    """End one seat: one's own, or somebody's as a lead."""
    actor, project = project_or_404(request, project_id)
    seat = seats_of(project).filter(pk=seat_id).first()
    if seat is None:
        raise Http404
    try:
        services.end_seat(actor=actor, seat=seat, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, project, SeatForm(), trouble=refusal.sentence)
    is_own = seat.person_id == actor.person_id
    return see_other(reverse("projects:list") if is_own else reverse("projects:team", args=[project.pk]))


def _page(
    request: HttpRequest, actor: Actor, project: Project, form: SeatForm, *, trouble: str = ""
) -> HttpResponse:
    decision = may_lead(actor, project)
    context: dict[str, object] = {
        "form": form,
        "project_id": project.pk,
        "title": project.title,
        "trail": project_trail(project),
        "seats": present_team(seats_of(project), actor, may_lead=bool(decision)),
        "may_lead": bool(decision),
        "refusal": decision.refusal,
        "trouble": trouble,
    }
    return render_page(request, "projects/team.html", context, status=422 if form.errors or trouble else 200)
