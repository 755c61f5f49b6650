"""One box over everything that a person may see."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from wellrun.access import actor_of
from wellrun.core.search.find import find
from wellrun.core.search.registry import in_the_box
from wellrun.core.search.tokens import asked
from wellrun.web.search.presenters import FEW, MANY, present_search
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page
from wellrun.web.shell.words import words_of

LONGEST = 200


@only("GET")
def search(request: HttpRequest) -> HttpResponse:
    """A few of each kind, or many of the kind that was chosen."""
    actor, typed = actor_of(request), request.GET.get("q", "").strip()[:LONGEST]
    kinds = [each.kind for each in in_the_box()]
    chosen = request.GET.get("kind", "")
    most = MANY if chosen in kinds else FEW
    wanted = [chosen] if chosen in kinds else kinds
    page = present_search(
        {kind: find(actor, typed, kind=kind, most=most + 1) for kind in wanted},
        search=typed,
        words=words_of(request),
        most=most,
        is_asked=bool(asked(typed)),
    )
    return render_page(request, "search/search.html", {"page": page, "is_search_page": True})
