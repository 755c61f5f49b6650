"""Pages of coaching."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.capability.queries import suggestion_for
from wellrun.core.actor import Actor
from wellrun.projects import services
from wellrun.projects.permissions import may_coach, may_read_team_matters
from wellrun.projects.queries import Project, coach_loads, coached_by, notes_of, progress_of, told_for
from wellrun.web.coaching.forms import NoteForm, ProgressForm
from wellrun.web.coaching.presenters import present_coaching, present_teams
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.done import done
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other


@only("GET")
def teams(request: HttpRequest) -> HttpResponse:
    """A coach's teams, the quietest first; for who leads, how many each coach has."""
    actor = actor_of(request)
    page = present_teams(coached_by(actor.id), coach_loads(actor), now=timezone.now())
    return render_page(request, "coaching/teams.html", {"page": page})


@only("GET", "POST")
def coaching(request: HttpRequest, project_id: int) -> HttpResponse:
    """Progress and log; a post writes a conversation down."""
    actor, project = project_or_404(request, project_id)
    form = NoteForm(request.POST or None, initial={"on": timezone.now().date()})
    if request.method == "POST" and form.is_valid():
        saved = applied(
            form,
            services.log_coaching,
            actor=actor,
            project=project,
            now=timezone.now(),
            **form.cleaned_data,
        )
        if saved:
            return _back(project)
    return _page(request, actor, project, note_form=form)


@only("POST")
def progress(request: HttpRequest, project_id: int) -> HttpResponse:
    """The coach agrees on a score."""
    actor, project = project_or_404(request, project_id)
    form = ProgressForm(request.POST)
    if form.is_valid():
        saved = applied(
            form, services.confirm_progress, actor=actor, project=project, now=timezone.now(),
            suggested=suggestion_for(project).score, **form.cleaned_data,
        )  # fmt: skip
        if saved:
            return _back(project)
    return _page(request, actor, project, progress_form=form)


def _back(project: Project) -> HttpResponse:
    return see_other(done(reverse("coaching:project", args=[project.pk]), "coached"))


def _page(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    *,
    note_form: NoteForm | None = None,
    progress_form: ProgressForm | None = None,
) -> HttpResponse:
    decision = may_read_team_matters(actor, project)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    suggestion = suggestion_for(project)
    page = present_coaching(
        project, suggestion, progress_of(project), notes_of(project),
        coach=may_coach(actor, project), told=told_for(project),
    )  # fmt: skip
    context: dict[str, object] = {
        "page": page,
        "note_form": note_form or NoteForm(initial={"on": timezone.now().date()}),
        "progress_form": progress_form or ProgressForm(initial={"score": f"{suggestion.score:g}"}),
    }
    is_wrong = any(form is not None and form.errors for form in (note_form, progress_form))
    return render_page(request, "coaching/project.html", context, status=422 if is_wrong else 200)
