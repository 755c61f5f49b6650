"""Tags of a project: add one, take one off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import Refused
from wellrun.projects import services
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.projects.views.moving import story_again
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other
from wellrun.web.shell.typed import typed


@only("POST")
def add(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    name = typed(request, "name")
    try:
        services.add_tag(actor=actor, project=project, name=name, now=timezone.now())
    except Refused as refusal:
        return story_again(request, project_id, refusal, typed_tag=name)
    return see_other(reverse("projects:story", args=[project.pk]) + "#tags")


@only("POST")
def remove(request: HttpRequest, project_id: int, tag_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    try:
        services.remove_tag(actor=actor, project=project, tag_id=tag_id, now=timezone.now())
    except Refused as refusal:
        return story_again(request, project_id, refusal)
    return see_other(reverse("projects:story", args=[project.pk]) + "#tags")
