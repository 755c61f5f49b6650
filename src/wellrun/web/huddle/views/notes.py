"""What is said in a huddle goes to its place: a test's Do, an action with a name, a barrier for a leader."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import StaleEdit
from wellrun.pdsa.queries import cycles_of
from wellrun.pdsa.services import tell_what_happened
from wellrun.projects import services
from wellrun.projects.permissions import may_work
from wellrun.projects.queries import Project
from wellrun.web.huddle.forms import HappenedForm
from wellrun.web.huddle.views.showing import action_form, barrier_form, render_huddle
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, see_other


@only("GET", "POST")
def huddle(request: HttpRequest, project_id: int) -> HttpResponse:
    """The page; a post agrees on a next action."""
    actor, project = project_or_404(request, project_id)
    if request.method != "POST":
        return render_huddle(request, actor, project)
    form = action_form(project, request.POST)
    if form.is_valid():
        saved = applied(
            form, services.add_action, actor=actor, project=project, now=timezone.now(), **form.cleaned_data
        )
        if saved:
            return back(project, "#who")
    return render_huddle(request, actor, project, forms={"form": form})


@only("POST")
def happened(request: HttpRequest, project_id: int, cycle_id: int) -> HttpResponse:
    """A note about a test goes to its Do."""
    actor, project = project_or_404(request, project_id)
    cycle = cycles_of(project).filter(pk=cycle_id).first()
    if cycle is None:
        raise Http404
    form = HappenedForm.about(cycle.pk, request.POST)
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("happened", "surprises")}
        try:
            saved = applied(
                form, tell_what_happened, actor=actor, cycle=cycle, now=timezone.now(),
                expected_version=form.cleaned_data["version"], **words,
            )  # fmt: skip
        except (
            StaleEdit
        ) as stale:  # theirs stands beside what was typed, to be saved over the version seen now
            again = HappenedForm.about(cycle.pk, initial={**words, "version": project.version})
            return render_huddle(request, actor, project, typed=again, about=cycle.pk, stale=stale)
        if saved:
            return back(project, "#tested")
    return render_huddle(request, actor, project, typed=form, about=cycle.pk)


@only("POST")
def done(request: HttpRequest, project_id: int, action_id: int) -> HttpResponse:
    """Tick a next action off."""
    actor, project = project_or_404(request, project_id)
    decision = may_work(actor, project)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    services.finish_action(actor=actor, project=project, action_id=action_id, now=timezone.now())
    return back(project, "#who")


@only("POST")
def barrier(request: HttpRequest, project_id: int) -> HttpResponse:
    """What the team cannot change alone goes to a leader by name."""
    actor, project = project_or_404(request, project_id)
    form = barrier_form(actor, project, request.POST)
    if form.is_valid():
        made = applied(
            form,
            services.raise_barrier,
            actor=actor,
            project=project,
            now=timezone.now(),
            **form.cleaned_data,
        )
        if made:
            return back(project, "#barriers")
    return render_huddle(request, actor, project, forms={"barrier_form": form})


def back(project: Project, part: str) -> HttpResponse:
    return see_other(reverse("huddle:page", args=[project.pk]) + part)
