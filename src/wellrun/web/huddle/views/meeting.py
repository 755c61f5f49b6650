"""When the team meets, and who wants the agenda by e-mail."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.control import services
from wellrun.control.permissions import may_set_huddle
from wellrun.core.decision import Refused
from wellrun.web.huddle.views.showing import back, meeting_form, render_huddle
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only


@only("POST")
def meeting(request: HttpRequest, project_id: int) -> HttpResponse:
    """Weekday and time; no weekday means no fixed time."""
    actor, project = project_or_404(request, project_id)
    form = meeting_form(project, request.POST)
    if form.is_valid():
        try:
            services.set_huddle(actor=actor, project=project, now=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        else:
            return back(project, "#meeting")
    return render_huddle(request, actor, project, forms={"meeting_form": form})


@only("POST")
def agenda(request: HttpRequest, project_id: int) -> HttpResponse:
    """Whether this person wants it."""
    actor, project = project_or_404(request, project_id)
    decision = may_set_huddle(actor, project)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    is_wanted = request.POST.get("agenda") == "yes"
    services.choose_agenda(actor=actor, project=project, is_wanted=is_wanted, now=timezone.now())
    return back(project, "#meeting")
