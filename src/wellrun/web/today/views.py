"""Today: what needs me, my projects, what others learned."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.accounts.queries import asking
from wellrun.core.actor import Actor
from wellrun.learning.queries import learned_elsewhere
from wellrun.measures.queries import mains_of
from wellrun.measures.queries.today import improving_elsewhere, stories_for, wanting_me, wanting_me_count
from wellrun.organisations.queries import beginning_of
from wellrun.pdsa.queries import studies_for
from wellrun.projects import queries as projects
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page
from wellrun.web.today.presenters import MOST_CARDS, MOST_PROJECTS, Found, Waiting, present_today
from wellrun.web.today.presenters.found import MOST_FOUND

SOON = timedelta(days=7)
"""What is due within a week is due soon enough to be said."""
KNOWN_BETTER = (
    "barrier.raised",
    "barrier.moved_up",
    "barrier.reminded",
    "action.agreed",
    "involvement.recorded",
)
"""News that asks for something of which the project itself says whether it is done."""


@only("GET")
def today(request: HttpRequest) -> HttpResponse:
    actor, now = actor_of(request), timezone.localtime()
    mine = projects.portfolio_for(actor, projects.Wanted(is_mine=True), limit=2 * MOST_PROJECTS)
    found = Found(
        asking=asking(actor, most=MOST_FOUND, besides=KNOWN_BETTER),
        waiting=_waiting(actor, now),
        measures=wanting_me(actor, today=now.date(), most=MOST_FOUND),
        measure_count=wanting_me_count(actor, today=now.date()),
        projects=mine,
        mains=mains_of(actor, [row.id for row in mine]) if mine else {},
        learned=learned_elsewhere(actor, most=MOST_CARDS),
        better=improving_elsewhere(actor, today=now.date(), most=MOST_CARDS),
        is_demo=actor.is_demo,
        shows_all="all" in request.GET,
    )
    if found.is_nothing_yet:
        stories = stories_for(actor, most=MOST_CARDS)
        found = replace(found, stories=stories, beginning=beginning_of(actor))
    return render_page(request, "today/today.html", {"page": present_today(found, now=now)})


def _waiting(actor: Actor, now: datetime) -> Waiting:
    """Each is one question. Who has no seat and no role has none of it."""
    if not actor.grants:
        return Waiting()
    today, most = now.date(), MOST_FOUND
    return Waiting(
        requests=projects.requests_to(actor, most=most),
        studies=studies_for(actor, on=today, most=most),
        answers=projects.answers_to(actor, most=most),
        approvals=projects.waiting_for_a_yes(actor, most=most),
        levels=projects.levels_to_agree(actor, most=most),
        actions=projects.actions_for(actor, until=today + SOON, most=most),
        quiet=projects.quiet_teams(actor, now=now, most=most),
    )
