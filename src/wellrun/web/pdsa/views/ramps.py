"""Every test of a project, one ramp for each idea."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from wellrun.web.pdsa.presenters.ramps import present_ramps
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page


@only("GET")
def ramps(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    return render_page(request, "pdsa/ramps.html", {"page": present_ramps(actor, project)})
