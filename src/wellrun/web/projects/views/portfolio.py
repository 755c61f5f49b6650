"""The portfolio: all that this person may see, narrowed by words, state, tag and silence."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.core.actor import Actor
from wellrun.organisations.queries import unit_for
from wellrun.projects.permissions import has_a_coaching_page, may_be_asked
from wellrun.projects.queries import (
    Wanted,
    count_for,
    portfolio_for,
    private_below,
    tags_in_sight,
    views_for,
    waiting_on,
)
from wellrun.projects.values import State
from wellrun.web.projects.presenters.portfolio import Asked, asked_text, present_portfolio
from wellrun.web.projects.presenters.views import present_views
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page

SHOWN = 40
MOST_TAGS = 200


@only("GET")
def portfolio(request: HttpRequest) -> HttpResponse:
    return render_portfolio(request, actor_of(request), Asked.of(request.GET))


def render_portfolio(
    request: HttpRequest, actor: Actor, asked: Asked, *, trouble: str = "", typed: str = ""
) -> HttpResponse:
    """The list under these filters, with what could not be saved."""
    now = timezone.now()
    unit = unit_for(actor, asked.unit) if asked.unit else None
    wanted = Wanted(
        search=asked.search,
        state=asked.state if asked.state in State.values else "",
        unit=unit,
        tag=asked.tag,
        is_mine=asked.whose == "mine",
        quiet_at=now if asked.whose == "quiet" else None,
    )
    page = present_portfolio(
        portfolio_for(actor, wanted, limit=SHOWN, offset=(asked.page - 1) * SHOWN),
        count=count_for(actor, wanted),
        private=private_below(actor),
        shown=SHOWN,
        asked=asked,
        now=now,
    )
    context: dict[str, object] = {
        "page": page,
        "views": present_views(actor, views_for(actor), asked),
        "tags": list(tags_in_sight(actor)[:MOST_TAGS]),
        "unit": unit.name if unit else "",
        "trouble": trouble,
        "typed": typed,
        "asked": asked_text(waiting_on(actor.id)) if may_be_asked(actor) else "",
        "has_coaching": has_a_coaching_page(actor),
    }
    return render_page(request, "projects/list.html", context, status=422 if trouble else 200)
