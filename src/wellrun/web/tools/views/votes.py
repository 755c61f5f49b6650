"""A vote: open it, vote once, see who has voted, close it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from wellrun.projects.queries.tools import cards_of, running_round
from wellrun.projects.services import tools as services
from wellrun.projects.values.tools import ToolKind
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other, wants_fragment
from wellrun.web.tools.forms import RoundForm
from wellrun.web.tools.presenters.votes import VoteView, present_vote
from wellrun.web.tools.views.finding import Found, tool_or_404
from wellrun.web.tools.views.showing import address, ballot_form, changed, saved, show
from wellrun.web.tools.words import flat

TO_THE_VOTE = "#vote"


@only("GET", "POST")
def round_of(request: HttpRequest, project_id: int, tool_id: int) -> HttpResponse:
    """Who has voted so far, for a page that is open; a post opens the vote, closes it or stops it."""
    found = _vote_or_404(request, project_id, tool_id)
    if request.method != "POST":
        return _who_has_voted(request, found)
    match request.POST.get("do", "open"):
        case "close":
            return changed(request, found, services.close_round, to=TO_THE_VOTE)
        case "stop":
            return changed(request, found, services.stop_round, to=TO_THE_VOTE)
    form = RoundForm(request.POST)
    if form.is_valid() and saved(found, form, services.open_round, **form.told):
        return see_other(address(found, TO_THE_VOTE))
    return show(request, found, typed={"round": form})


def _who_has_voted(request: HttpRequest, found: Found) -> HttpResponse:
    """For a page that is open and asks again and again: nothing, where nothing is new."""
    if not wants_fragment(request):
        return see_other(address(found, TO_THE_VOTE))
    view = _view(found)
    if view.is_open and request.GET.get("had") == str(view.voted_count):
        return HttpResponse(status=204)
    context: dict[str, object] = {
        "vote": view,
        "round_url": request.path,
        "page_href": address(found, TO_THE_VOTE),
    }
    return render_page(request, "tools/_voted.html", context, fragment="voted")


@only("POST")
def vote(request: HttpRequest, project_id: int, tool_id: int) -> HttpResponse:
    """What was typed comes back on this page alone, and is kept nowhere."""
    found = _vote_or_404(request, project_id, tool_id)
    view = _view(found)
    if not view.is_open:
        return changed(request, found, services.cast_vote, to=TO_THE_VOTE, ballot={})
    form = ballot_form(view, request.POST)
    if form.is_valid():
        saved(found, form, services.cast_vote, ballot=form.ballot)
        if not form.errors:
            return see_other(address(found, TO_THE_VOTE))
    return show(request, found, typed={"ballot": form})


def _vote_or_404(request: HttpRequest, project_id: int, tool_id: int) -> Found:
    found = tool_or_404(request, project_id, tool_id)
    if found.tool.kind != ToolKind.VOTING:
        raise Http404
    return found


def _view(found: Found) -> VoteView:
    running = running_round(found.tool)
    return present_vote(found.actor, found.tool, running, flat(cards_of(found.tool)))
