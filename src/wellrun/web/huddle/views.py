"""The huddle: one page that takes notes into the right places."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import StaleEdit
from wellrun.measures.queries import visible_to as measures_visible_to
from wellrun.pdsa.queries import cycles_of
from wellrun.pdsa.services import tell_what_happened
from wellrun.projects import services
from wellrun.projects.permissions import may_work
from wellrun.projects.queries import Project, open_actions_of, seats_of, told_for
from wellrun.web.huddle.forms import ActionForm, HappenedForm
from wellrun.web.huddle.presenters import present_huddle, team_choices
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET", "POST")
def huddle(request: HttpRequest, project_id: int) -> HttpResponse:
    """The page; a post agrees on a next action."""
    actor, project = project_or_404(request, project_id)
    form = ActionForm(request.POST or None, team=team_choices(seats_of(project)))
    if request.method == "POST" and form.is_valid():
        saved = applied(
            form, services.add_action, actor=actor, project=project, now=timezone.now(), **form.cleaned_data
        )
        if saved:
            return _back(project, "#who")
    return _page(request, actor, project, action_form=form)


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
            return _page(request, actor, project, typed=again, about=cycle.pk, stale=stale)
        if saved:
            return _back(project, "#tested")
    return _page(request, actor, project, typed=form, about=cycle.pk)


@only("POST")
def done(request: HttpRequest, project_id: int, action_id: int) -> HttpResponse:
    """Tick a next action off."""
    actor, project = project_or_404(request, project_id)
    decision = may_work(actor, project)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    services.finish_action(actor=actor, project=project, action_id=action_id, now=timezone.now())
    return _back(project, "#who")


def _back(project: Project, part: str) -> HttpResponse:
    return see_other(reverse("huddle:page", args=[project.pk]) + part)


def _page(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    *,
    action_form: ActionForm | None = None,
    typed: HappenedForm | None = None,
    about: int = 0,
    stale: StaleEdit | None = None,
) -> HttpResponse:
    decision = may_work(actor, project)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    cycles = list(cycles_of(project))
    read = measures_visible_to(actor).filter(pk__in={cycle.measure_id for cycle in cycles}).order_by("pk")
    page = present_huddle(
        project, cycles, read, open_actions_of(project),
        typed=typed, typed_about=about, told=told_for(project),
    )  # fmt: skip
    form = action_form or ActionForm(team=team_choices(seats_of(project)))
    is_wrong = bool(form.errors) or typed is not None
    context: dict[str, object] = {"page": page, "form": form, "stale": stale, "stale_about": about}
    return render_page(request, "huddle/page.html", context, status=422 if is_wrong else 200)
