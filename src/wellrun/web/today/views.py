"""Today: what needs me, my projects, what others learned."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.accounts.queries import asking
from wellrun.measures.queries.today import (
    improving_elsewhere,
    stories_for,
    wanting_me,
    wanting_me_count,
)
from wellrun.projects.queries import Wanted, portfolio_for
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page
from wellrun.web.today.presenters import MOST_CARDS, MOST_PROJECTS, MOST_TASKS, Found, present_today


@only("GET")
def today(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), timezone.localtime()
    mine = Found(
        asking=asking(actor, most=MOST_TASKS),
        measures=wanting_me(actor, today=now.date(), most=MOST_TASKS),
        measure_count=wanting_me_count(actor, today=now.date()),
        projects=portfolio_for(actor, Wanted(is_mine=True), limit=2 * MOST_PROJECTS),
        better=improving_elsewhere(actor, most=MOST_CARDS),
        is_demo=actor.is_demo,
    )
    found = replace(mine, stories=stories_for(actor, most=MOST_CARDS)) if mine.is_nothing_yet else mine
    return render_page(request, "today/today.html", {"page": present_today(found, now=now)})
