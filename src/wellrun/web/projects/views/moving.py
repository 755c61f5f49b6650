"""Move a project along, and say who can see it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import Refused
from wellrun.projects import services
from wellrun.web.projects.presenters.sources import gather
from wellrun.web.projects.presenters.story import present_story
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other
from wellrun.web.shell.typed import typed


@only("POST")
def state(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    target, reason = request.POST.get("target", ""), typed(request, "reason", most=500)
    try:
        services.move(actor=actor, project=project, target=target, reason=reason, now=timezone.now())
    except Refused as refusal:
        return _again(request, project_id, refusal, typed=reason)
    return see_other(reverse("projects:story", args=[project.pk]) + "#stage")


@only("POST")
def sharing(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    try:
        services.share(
            actor=actor, project=project, visibility=request.POST.get("visibility", ""), now=timezone.now()
        )
    except Refused as refusal:
        return _again(request, project_id, refusal)
    return see_other(reverse("projects:story", args=[project.pk]) + "#sharing")


def _again(request: HttpRequest, project_id: int, refusal: Refused, *, typed: str = "") -> HttpResponse:
    """The story again, with what stopped it, and nothing that was typed lost."""
    actor, project = project_or_404(request, project_id)
    page = present_story(gather(actor, project, now=timezone.now()))
    context: dict[str, object] = {"page": page, "trouble": refusal.sentence, "typed": typed}
    return render_page(request, "projects/story.html", context, status=422)
