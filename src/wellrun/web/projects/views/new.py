"""Start a project: a name, a place, and why it matters."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.organisations.queries import unit_for, units_visible_to
from wellrun.projects import services
from wellrun.projects.queries import just_started
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.projects.forms import NewProjectForm
from wellrun.web.projects.presenters.words import projects_crumb, unit_choices
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET", "POST")
def new_project(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    units = unit_choices(units_visible_to(actor).filter(is_closed=False).select_related("organisation"))
    only_one = units[0][1][0][0] if [len(group) for _name, group in units] == [1] else ""
    chosen = request.GET.get("unit", "") or only_one
    form = NewProjectForm(request.POST or None, units=units, initial={"unit": chosen})
    if request.method == "POST" and form.is_valid():
        unit = unit_for(actor, int(form.cleaned_data["unit"]))
        if unit is not None:
            project = just_started(actor, unit, form.cleaned_data["title"], now=timezone.now()) or applied(
                form,
                services.start_project,
                actor=actor,
                unit=unit,
                project=form.project(),
                now=timezone.now(),
            )
            if project:
                answer = see_other(reverse("projects:story", args=[project.pk]))
                return name_saved(request, answer, "new-project")
    trail: tuple[Crumb, ...] = (projects_crumb(),)
    context: dict[str, object] = {"form": form, "trail": trail, "has_place": bool(units)}
    return render_page(request, "projects/new.html", context, status=422 if form.errors else 200)
