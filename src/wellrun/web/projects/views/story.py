"""The story of a project: aim, where it stands, who is in the team, what happened."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.web.projects.presenters.sources import gather
from wellrun.web.projects.presenters.story import present_story
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page
from wellrun.web.shell.sign_in import open_to_all


@open_to_all
@only("GET")
def story(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    page = present_story(gather(actor, project, now=timezone.now()))
    return render_page(request, "projects/story.html", {"page": page})
