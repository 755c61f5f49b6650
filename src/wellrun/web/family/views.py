"""A project's measures: look at them together, add one, say what each is here, take one out."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.measures import services
from wellrun.measures.queries import MeasureUse, get_for, use_of
from wellrun.projects.queries import Project
from wellrun.web.family.forms import AddForm, UseForm
from wellrun.web.family.presenters import present_family, watchable
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other


@only("GET", "POST")
def measures(request: HttpRequest, project_id: int) -> HttpResponse:
    """The family; a post adds a measure that is there already."""
    actor, project = project_or_404(request, project_id)
    if request.method != "POST":
        return _page(request, actor, project)
    form = AddForm(request.POST, drivers=watchable(project))
    if not form.is_valid():
        return _page(request, actor, project, form=form)
    measure = get_for(actor, form.cleaned_data["measure"])
    if measure is None:
        raise Http404
    try:
        services.use_measure(
            actor=actor, project=project, measure=measure, now=timezone.now(), **form.arguments()
        )
    except Refused as refusal:
        return _page(request, actor, project, trouble=refusal.sentence)
    return _back(project)


@only("POST")
def change(request: HttpRequest, project_id: int, measure_id: int) -> HttpResponse:
    actor, project, use = _member(request, project_id, measure_id)
    form = UseForm(request.POST, drivers=watchable(project))
    if not form.is_valid():
        return _page(request, actor, project, form=form)
    try:
        services.change_use(actor=actor, use=use, now=timezone.now(), **form.arguments())
    except Refused as refusal:
        return _page(request, actor, project, trouble=refusal.sentence)
    return _back(project)


@only("POST")
def main(request: HttpRequest, project_id: int, measure_id: int) -> HttpResponse:
    """Make this outcome the one that stands beside the aim."""
    actor, project, use = _member(request, project_id, measure_id)
    try:
        services.choose_main(actor=actor, use=use, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, project, trouble=refusal.sentence)
    return _back(project)


@only("POST")
def remove(request: HttpRequest, project_id: int, measure_id: int) -> HttpResponse:
    actor, project, use = _member(request, project_id, measure_id)
    try:
        services.stop_using(actor=actor, use=use, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, project, trouble=refusal.sentence)
    return _back(project)


def _member(request: HttpRequest, project_id: int, measure_id: int) -> tuple[Actor, Project, MeasureUse]:
    actor, project = project_or_404(request, project_id)
    use = use_of(project, measure_id) if get_for(actor, measure_id) else None
    if use is None:
        raise Http404
    return actor, project, use


def _back(project: Project) -> HttpResponse:
    return see_other(reverse("family:measures", args=[project.pk]))


def _page(
    request: HttpRequest, actor: Actor, project: Project, *, form: UseForm | None = None, trouble: str = ""
) -> HttpResponse:
    search = request.GET.get("q", "").strip()[:100]
    context: dict[str, object] = {
        "page": present_family(actor, project, search=search),
        "trouble": trouble,
        "wrong": form,
    }
    return render_page(request, "family/measures.html", context, status=422 if form or trouble else 200)
