"""Keep the diagram under a name, and see what changed since."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.projects import services
from wellrun.web.drivers.forms import VersionForm
from wellrun.web.drivers.presenters.versions import present_versions
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET", "POST")
def versions(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    form = VersionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kept = applied(
            form, services.keep_version, actor=actor, project=project, now=timezone.now(), **form.cleaned_data
        )
        if kept:
            return see_other(reverse("drivers:versions", args=[project.pk]))
    page = present_versions(
        actor, project, earlier=request.GET.get("from", ""), later=request.GET.get("to", "")
    )
    context: dict[str, object] = {"page": page, "form": form}
    return render_page(request, "drivers/versions.html", context, status=422 if form.errors else 200)
