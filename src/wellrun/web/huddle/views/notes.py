"""What is said in a huddle has its place: a note with its measure, an action with a name."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.conversations.services import post_comment
from wellrun.measures.queries import measure_topic
from wellrun.pdsa.queries import cycles_of
from wellrun.projects import services
from wellrun.projects.permissions import may_work
from wellrun.web.huddle.forms import NoteForm, Typed, ids
from wellrun.web.huddle.views.showing import (
    action_form,
    back,
    back_with,
    barrier_form,
    measures_read,
    render_huddle,
)
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied


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
def measure(request: HttpRequest, project_id: int, measure_id: int) -> HttpResponse:
    """A note on what a measure says goes to the conversation about it."""
    actor, project = project_or_404(request, project_id)
    read = measures_read(actor, project, list(cycles_of(project)))
    found = next((each for each in read if each.pk == measure_id), None)
    if found is None:
        raise Http404
    decision = may_work(actor, project)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    form = NoteForm(request.POST, auto_id=ids("note", found.pk))
    if form.is_valid():
        said = applied(
            form, post_comment, actor=actor, topic=measure_topic(found), text=form.cleaned_data["text"],
            now=timezone.now(),
        )  # fmt: skip
        if said:
            return back_with(request, project, "#data", done="note", kept=f"measure-{found.pk}-note")
    return render_huddle(
        request, actor, project, typed=Typed(kind="measure", about=found.pk, forms={"note": form})
    )


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
