"""Agree the aim, or a new revision of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import StaleEdit
from wellrun.projects import services
from wellrun.projects.permissions import may_work
from wellrun.projects.queries import Project, aim_of
from wellrun.web.projects.forms import AimForm
from wellrun.web.projects.presenters.aim import aim_as_typed, present_hints
from wellrun.web.projects.presenters.words import project_trail
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, over_the_latest, render_page, see_other


@only("GET", "POST")
def aim(request: HttpRequest, project_id: int) -> HttpResponse:
    """The form, with what a coach would ask next about the aim as it is."""
    actor, project = project_or_404(request, project_id)
    decision = may_work(actor, project)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    form = AimForm(request.POST or None, initial=aim_as_typed(project), is_first=aim_of(project) is None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, project, form)
    try:
        saved = applied(
            form,
            services.revise_aim,
            actor=actor,
            project=project,
            expected_version=form.cleaned_data.pop("version"),
            now=timezone.now(),
            **form.cleaned_data,
        )
    except StaleEdit as stale:
        return _page(request, project, over_the_latest(form, project.version), stale=stale)
    if not saved:
        return _page(request, project, form)
    answer = see_other(reverse("projects:story", args=[project.pk]))
    return name_saved(request, answer, f"project-{project.pk}-aim")


def _page(
    request: HttpRequest, project: Project, form: AimForm, *, stale: StaleEdit | None = None
) -> HttpResponse:
    context: dict[str, object] = {
        "form": form,
        "project_id": project.pk,
        "title": project.title,
        "trail": project_trail(project),
        "hints": present_hints(aim_of(project), today=timezone.now().date()),
        "stale": stale,
    }
    return render_page(request, "projects/aim.html", context, status=422 if form.errors or stale else 200)
