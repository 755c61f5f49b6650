"""The driver diagram: look at it, and add to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from wellrun.projects import services
from wellrun.web.drivers.forms import AddForm
from wellrun.web.drivers.views.finding import part_named
from wellrun.web.drivers.views.showing import changed, show
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only


@only("GET", "POST")
def diagram(request: HttpRequest, project_id: int) -> HttpResponse:
    """The diagram with the part that was chosen; a post adds a part."""
    actor, project = project_or_404(request, project_id)
    if request.method != "POST":
        removed = request.GET.get("removed", "")
        return show(
            request,
            actor,
            project,
            part_named(project, request.GET.get("at", "")),
            done=request.GET.get("done", ""),
            removed=int(removed) if removed.isdecimal() and len(removed) < 19 else None,
        )
    parent = part_named(project, request.POST.get("parent", ""))
    return changed(
        request, actor, project, parent, AddForm(request.POST), services.add_driver, "add",
        kind=request.POST.get("kind", ""), parent_id=parent.pk if parent else None,
    )  # fmt: skip
