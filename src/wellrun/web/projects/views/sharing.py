"""Who can see a project, its address, and the way to take it along."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.projects import services
from wellrun.projects.queries import Project
from wellrun.web.projects.presenters.sharing import present_sharing
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other


@only("GET", "POST")
def sharing(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    if request.method != "POST":
        return _page(request, actor, project)
    level = request.POST.get("visibility", "")
    try:
        services.share(actor=actor, project=project, visibility=level, now=timezone.now())
    except Refused as refusal:
        return _page(request, *project_or_404(request, project_id), trouble=refusal.sentence)
    return see_other(f"{reverse('projects:sharing', args=[project.pk])}?saved=1")


def _page(request: HttpRequest, actor: Actor, project: Project, *, trouble: str = "") -> HttpResponse:
    address = request.build_absolute_uri(reverse("projects:story", args=[project.pk]))
    context: dict[str, object] = {
        "page": present_sharing(actor, project, address=address),
        "trouble": trouble,
        "is_saved": request.GET.get("saved") == "1",
    }
    return render_page(request, "projects/sharing.html", context, status=422 if trouble else 200)
