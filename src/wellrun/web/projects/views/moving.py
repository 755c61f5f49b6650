"""Move a project along."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import Refused
from wellrun.projects import services
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.projects.views.showing import render_story
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other
from wellrun.web.shell.typed import typed


@only("POST")
def state(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    target, reason = request.POST.get("target", ""), typed(request, "reason")
    try:
        services.move(actor=actor, project=project, target=target, reason=reason, now=timezone.now())
    except Refused as refusal:
        return story_again(request, project_id, refusal, typed=reason)
    return see_other(reverse("projects:story", args=[project.pk]) + "#stage")


def story_again(
    request: HttpRequest, project_id: int, refusal: Refused, *, typed: str = "", typed_tag: str = ""
) -> HttpResponse:
    """The story again, with what stopped it, and nothing that was typed lost."""
    actor, project = project_or_404(request, project_id)
    return render_story(request, actor, project, trouble=refusal.sentence, typed=typed, typed_tag=typed_tag)
