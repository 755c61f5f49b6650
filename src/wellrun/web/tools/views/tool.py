"""One tool: look at it, add to it, name it, take it away and put it back."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import Refused, StaleEdit
from wellrun.projects.queries.tools import ToolItem, item_of, removed_tools
from wellrun.projects.services import tools as services
from wellrun.projects.values.tools import KINDS
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other
from wellrun.web.tools.forms import CardForm, NameForm, where_in
from wellrun.web.tools.presenters.cards import place_choices, spot_name
from wellrun.web.tools.views.finding import tool_or_404
from wellrun.web.tools.views.showing import address, changed, saved, show


@only("GET", "POST")
def tool(request: HttpRequest, project_id: int, tool_id: int) -> HttpResponse:
    """The page; a post adds a card, in a place or below another."""
    found = tool_or_404(request, project_id, tool_id)
    if request.method != "POST":
        return show(request, found)
    _place, parent_id = where_in(request.POST.get("below", ""))
    parent = item_of(found.tool, parent_id) if parent_id else None
    places = () if parent else place_choices(found.tool)
    form = CardForm(request.POST, kind=KINDS[found.tool.kind], places=places)
    if form.is_valid():
        below = {"parent_id": parent.pk} if parent else {}
        made = saved(found, form, services.add_item, **{**form.told, **below})
        if made:
            return see_other(address(found, _next_one(made, parent)))
    return show(request, found, at=parent, typed={"below" if parent else "add": form})


def _next_one(made: ToolItem, parent: ToolItem | None) -> str:
    """Where whoever added a card goes on writing: the field there takes the focus."""
    if parent is None:
        return "?" + urlencode({"where": spot_name(made)})
    return f"?why={made.pk if KINDS[made.tool.kind].is_chain else parent.pk}"


@only("POST")
def name(request: HttpRequest, project_id: int, tool_id: int) -> HttpResponse:
    found = tool_or_404(request, project_id, tool_id)
    form = NameForm(request.POST, kind=found.tool.kind, auto_id="name_%s")
    if form.is_valid():
        try:
            if saved(found, form, services.name_tool, **form.cleaned_data):
                return see_other(address(found))
        except StaleEdit as stale:  # to be saved over the version that is seen now
            typed = {**form.cleaned_data, "expected_version": found.project.version}
            again = NameForm(initial=typed, kind=found.tool.kind, auto_id="name_%s")
            return show(request, found, stale=stale, typed={"name": again})
    return show(request, found, typed={"name": form})


@only("POST")
def remove(request: HttpRequest, project_id: int, tool_id: int) -> HttpResponse:
    found = tool_or_404(request, project_id, tool_id)
    answer = changed(request, found, services.remove_tool)
    if answer.status_code != 303:
        return answer
    return see_other(reverse("tools:list", args=[project_id]) + f"?removed={tool_id}")


@only("POST")
def restore(request: HttpRequest, project_id: int, tool_id: int) -> HttpResponse:
    """Undo."""
    actor, project = project_or_404(request, project_id)
    gone = removed_tools(actor, project).filter(pk=tool_id).first()
    if gone is None:
        raise Http404
    try:
        services.restore_tool(actor=actor, tool=gone, now=timezone.now())
    except Refused as refusal:
        return forbidden(request, PermissionError(refusal.sentence))
    return see_other(reverse("tools:tool", args=[project.pk, gone.pk]))
