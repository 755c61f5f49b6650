"""The story of a project: aim, where it stands, who is in the team, what happened."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.projects.views.showing import render_story
from wellrun.web.shell.methods import only
from wellrun.web.shell.sign_in import open_to_all


@open_to_all
@only("GET")
def story(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    return render_story(request, actor, project)
