"""The team's own groups in a tool: add one, name it, put it elsewhere, take it out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from wellrun.projects.services import tools as services
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other
from wellrun.web.tools.forms import GroupForm
from wellrun.web.tools.views.finding import Found, tool_or_404
from wellrun.web.tools.views.showing import address, changed, saved, show


@only("POST")
def groups(request: HttpRequest, project_id: int, tool_id: int) -> HttpResponse:
    """Which button was pressed says what is done to the group that the form names."""
    found = tool_or_404(request, project_id, tool_id)
    group, pressed = request.POST.get("group", ""), request.POST.get("do", "name")
    match pressed:
        case "up" | "down":
            place = found.tool.groups.index(group) if group in found.tool.groups else 0
            position = place + (1 if pressed == "down" else -1)
            return changed(
                request, found, services.move_group, to="#groups", group=group, position=max(0, position)
            )
        case "remove":
            return changed(request, found, services.remove_group, to="#groups", group=group)
    return _named(request, found, group)


def _named(request: HttpRequest, found: Found, group: str) -> HttpResponse:
    """A new group, or another name for one."""
    form = GroupForm(request.POST, about=group, auto_id="group_%s")
    if form.is_valid():
        service, told = (services.name_group, {"group": group}) if group else (services.add_group, {})
        if saved(found, form, service, **told, **form.cleaned_data):
            return see_other(address(found, "#groups"))
    return show(request, found, typed={"group": form})
