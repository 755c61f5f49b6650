"""Today: what needs a look, a story to begin with, and how to bring one's own numbers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.access.requests import actor_of
from wellrun.measures.queries import listed_for
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page
from wellrun.web.today.presenters import present_today


@only("GET")
def today(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    page = present_today(
        listed_for(actor),
        own=actor.organisation_ids,
        today=timezone.now().date(),
        is_demo=actor.is_demo,
    )
    return render_page(request, "today/today.html", {"page": page})
