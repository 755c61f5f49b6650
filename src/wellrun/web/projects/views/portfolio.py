"""The portfolio: all that this person may see, narrowed by words, state and silence."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.organisations.queries import unit_for
from wellrun.projects.permissions import has_a_coaching_page, may_be_asked
from wellrun.projects.queries import Wanted, count_for, portfolio_for, waiting_on
from wellrun.projects.values import State
from wellrun.web.projects.presenters.portfolio import Asked, asked_text, present_portfolio
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page

SHOWN = 40


@only("GET")
def portfolio(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    asked = Asked.of(request.GET)
    wanted = Wanted(
        search=asked.search,
        state=asked.state if asked.state in State.values else "",
        unit=unit_for(actor, asked.unit) if asked.unit else None,
        is_mine=asked.whose == "mine",
        quiet_at=now if asked.whose == "quiet" else None,
    )
    page = present_portfolio(
        portfolio_for(actor, wanted, limit=SHOWN, offset=(asked.page - 1) * SHOWN),
        count=count_for(actor, wanted),
        shown=SHOWN,
        asked=asked,
        now=now,
    )
    context: dict[str, object] = {
        "page": page,
        "asked": asked_text(waiting_on(actor.id)) if may_be_asked(actor) else "",
        "has_coaching": has_a_coaching_page(actor),
    }
    return render_page(request, "projects/list.html", context)
