"""Plan a test, and change a plan."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import StaleEdit
from wellrun.measures.queries import listed_for, uses_of
from wellrun.pdsa import services
from wellrun.pdsa.permissions import may_write
from wellrun.pdsa.queries import Cycle, get_for
from wellrun.projects.permissions import may_work
from wellrun.projects.queries import Project, driver_of, ideas_of
from wellrun.web.pdsa.forms.planning import PlanForm, plan_as_typed
from wellrun.web.pdsa.presenters.words import cycle_title, cycle_trail
from wellrun.web.pdsa.views.finding import cycle_or_404
from wellrun.web.pdsa.views.showing import back, over_the_newest
from wellrun.web.projects.presenters.words import project_trail
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET", "POST")
def new(request: HttpRequest, project_id: int) -> HttpResponse:
    """A new test of an idea, empty or copied forward from an earlier one."""
    actor, project = project_or_404(request, project_id)
    decision = may_work(actor, project)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    form = PlanForm(
        request.POST or None,
        initial=_first_words(request, actor),
        ideas=[(str(idea.pk), idea.text) for idea in ideas_of(project)],
        measures=_measures(actor, project),
    )
    if request.method == "POST" and form.is_valid():
        idea = driver_of(project, int(form.cleaned_data["idea"]))
        made = applied(
            form, services.plan_cycle, actor=actor, project=project, idea=idea, plan=form.plan(),
            measure_id=form.measure_id(), now=timezone.now(),
        )  # fmt: skip
        if made:
            answer = see_other(reverse("pdsa:cycle", args=[made.pk]))
            return name_saved(request, answer, f"project-{project.pk}-test")
    context: dict[str, object] = {
        "form": form,
        "keeps": f"project-{project.pk}-test",
        "trail": project_trail(project),
        "title": project.title,
        "has_ideas": bool(form.fields["idea"].choices[1:]),  # type: ignore[attr-defined]
        "drivers_href": reverse("drivers:diagram", args=[project.pk]),
    }
    return render_page(request, "pdsa/new.html", context, status=422 if form.errors else 200)


@only("GET", "POST")
def plan(request: HttpRequest, cycle_id: int) -> HttpResponse:
    actor, cycle = cycle_or_404(request, cycle_id)
    decision = may_write(actor, cycle)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    form, stale = _plan_form(actor, cycle, request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            saved = applied(
                form, services.change_plan, actor=actor, cycle=cycle, plan=form.plan(),
                measure_id=form.measure_id(), expected_version=form.cleaned_data["version"],
                now=timezone.now(),
            )  # fmt: skip
        except StaleEdit as edit:
            saved, stale = None, edit
            form = _plan_form(actor, cycle, over_the_newest(request, cycle, "version"))
        if saved:
            return back(request, cycle, "plan", "plan")
    context: dict[str, object] = {
        "form": form, "keeps": f"cycle-{cycle.pk}-plan", "cycle_id": cycle.pk,
        "trail": cycle_trail(cycle), "title": cycle_title(cycle), "stale": stale,
        "unsaved": [request.POST.get("prediction", "")] if form.non_field_errors() else (),
    }  # fmt: skip
    return render_page(request, "pdsa/plan.html", context, status=422 if form.errors or stale else 200)


def _plan_form(actor: Actor, cycle: Cycle, typed: QueryDict | None) -> PlanForm:
    return PlanForm(
        typed,
        initial=plan_as_typed(cycle) | {"version": cycle.project.version},
        measures=_measures(actor, cycle.project),
        locked=cycle.prediction if cycle.is_locked else None,
    )


def _first_words(request: HttpRequest, actor: Actor) -> dict[str, object]:
    """The idea that was chosen, or the plan of an earlier test."""
    copied = request.GET.get("after", "")
    earlier = get_for(actor, int(copied)) if copied.isdecimal() and len(copied) < 19 else None
    if earlier is None:
        return {"idea": request.GET.get("idea", "")}
    return plan_as_typed(services.copied_forward(earlier)) | {"idea": str(earlier.idea_id)}


def _measures(actor: Actor, project: Project) -> list[tuple[str, str]]:
    """Where the result of a test can be read: the project's own measures, then others of the organisation."""
    own = {use.measure_id: place for place, use in enumerate(uses_of(actor, project))}
    rows = listed_for(actor, organisation=project.organisation_id)
    rows.sort(key=lambda row: own.get(row.id, len(own)))
    return [(str(row.id), ", ".join(filter(None, (row.name, row.place)))) for row in rows]
