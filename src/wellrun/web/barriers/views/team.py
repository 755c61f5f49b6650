"""The team's side: ask for help, see what came back, say whether it helped."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.conversations.queries import counts_of
from wellrun.core.actor import Actor
from wellrun.projects import services
from wellrun.projects.permissions import may_answer, may_work
from wellrun.projects.queries import Project, barrier_for, barriers_of, get_for, helpers_for, told_for
from wellrun.projects.values import REPLY_WITHIN
from wellrun.web.barriers.forms import BarrierForm, ClosingForm
from wellrun.web.barriers.presenters.team import helper_choices, present_page
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.done import done
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET", "POST")
def barriers(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    form = BarrierForm(
        request.POST or None,
        helpers=helper_choices(helpers_for(project, besides=actor.person_id)),
        initial={"reply_by": (timezone.now() + REPLY_WITHIN).date()},
    )
    if request.method == "POST" and form.is_valid():
        made = applied(
            form,
            services.raise_barrier,
            actor=actor,
            project=project,
            now=timezone.now(),
            **form.cleaned_data,
        )
        if made:
            return see_other(done(reverse("barriers:list", args=[project.pk]), "asked"))
    return _page(request, actor, project, form)


@only("POST")
def close(request: HttpRequest, barrier_id: int) -> HttpResponse:
    actor = actor_of(request)
    barrier = barrier_for(actor, barrier_id)
    project = get_for(actor, barrier.project_id) if barrier else None
    if barrier is None or project is None:
        raise Http404
    form = ClosingForm.about(barrier.pk, request.POST)
    if form.is_valid():
        saved = applied(
            form,
            services.close_barrier,
            actor=actor,
            barrier=barrier,
            now=timezone.now(),
            **form.cleaned_data,
        )
        if saved:
            return see_other(done(reverse("barriers:list", args=[project.pk]), "closed"))
    helpers = helper_choices(helpers_for(project, besides=actor.person_id))
    return _page(request, actor, project, BarrierForm(helpers=helpers), closing=form, about=barrier.pk)


def _page(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    form: BarrierForm,
    *,
    closing: ClosingForm | None = None,
    about: int = 0,
) -> HttpResponse:
    found = barriers_of(project)
    page = present_page(
        project,
        found,
        said=counts_of("barrier", [each.pk for each in found]),
        work=may_work(actor, project),
        answers=[each.pk for each in found if may_answer(actor, each, each.requests.all())],
        today=timezone.now().date(),
        told=told_for(project),
        typed=closing,
        typed_about=about,
    )
    wrong = form.errors or closing is not None
    return render_page(
        request, "barriers/list.html", {"page": page, "form": form}, status=422 if wrong else 200
    )
