"""The tools of a project: which there are, which to choose, and a new one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.projects.permissions import may_work
from wellrun.projects.queries.tools import removed_tools, tools_of
from wellrun.projects.services import tools as services
from wellrun.projects.values.tools import KINDS
from wellrun.web.projects.presenters.words import project_trail
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page, see_other
from wellrun.web.tools.forms import NameForm
from wellrun.web.tools.presenters.listing import kind_view, present_tools, tools_crumb
from wellrun.web.tools.views.finding import number_in


@only("GET")
def tools(request: HttpRequest, project_id: int) -> HttpResponse:
    actor, project = project_or_404(request, project_id)
    work = may_work(actor, project)
    page = present_tools(
        project,
        tools_of(actor, project),
        removed_tools(actor, project) if work else (),
        work=work,
        undo=number_in(request.GET.get("removed", "")),
    )
    return render_page(request, "tools/list.html", {"page": page})


@only("GET", "POST")
def start(request: HttpRequest, project_id: int, kind: str) -> HttpResponse:
    """What the tool is for and how to run it, and the form that starts it."""
    actor, project = project_or_404(request, project_id)
    if kind not in KINDS:
        raise Http404
    work = may_work(actor, project)
    if not work:
        return forbidden(request, PermissionError(work.refusal))
    form = NameForm(request.POST or None, kind=kind, initial={"title": KINDS[kind].kind.label})
    if request.method == "POST" and form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("title", "subject")}
        made = applied(
            form, services.add_tool, actor=actor, project=project, kind=kind, now=timezone.now(), **words
        )
        if made:
            return see_other(reverse("tools:tool", args=[project.pk, made.pk]))
    context: dict[str, object] = {
        "kind": kind_view(KINDS[kind], project.pk),
        "trail": (*project_trail(project), tools_crumb(project)),
        "form": form,
    }
    return render_page(request, "tools/start.html", context, status=422 if form.errors else 200)
