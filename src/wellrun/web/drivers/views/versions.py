"""Keep the diagram under a name, rename what is kept, and see what changed since."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.projects import services
from wellrun.projects.queries import Project
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
    return _page(request, actor, project, form)


@only("POST")
def rename(request: HttpRequest, project_id: int, version_id: int) -> HttpResponse:
    """Call a kept version something else; ``was`` is the name that the person read."""
    actor, project = project_or_404(request, project_id)
    name = request.POST.get("name", "")
    typed = {"wrong_id": str(version_id), "typed": name}
    try:
        services.rename_version(
            actor=actor, project=project, version_id=version_id, name=name, was=request.POST.get("was"),
            now=timezone.now(),
        )  # fmt: skip
    except StaleEdit as stale:
        return _page(request, actor, project, VersionForm(), stale=stale, **typed)
    except Refused as refusal:
        return _page(request, actor, project, VersionForm(), trouble=refusal.sentence, **typed)
    return see_other(reverse("drivers:versions", args=[project.pk]) + "#versions")


def _page(
    request: HttpRequest, actor: Actor, project: Project, form: VersionForm, **wrong: object
) -> HttpResponse:
    page = present_versions(
        actor, project, earlier=request.GET.get("from", ""), later=request.GET.get("to", "")
    )
    context: dict[str, object] = {"page": page, "form": form, **wrong}
    return render_page(request, "drivers/versions.html", context, status=422 if form.errors or wrong else 200)
