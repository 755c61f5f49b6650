"""Who asks, and for which test: the same answer for what is not there and what is not shared."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from wellrun.access import actor_of
from wellrun.core.actor import Actor
from wellrun.pdsa.queries import Cycle, get_for
from wellrun.web.shell.sign_in import SignInFirst


def cycle_or_404(request: HttpRequest, cycle_id: int) -> tuple[Actor, Cycle]:
    actor = actor_of(request)
    cycle = get_for(actor, cycle_id)
    if cycle is None:
        raise Http404 if actor.is_signed_in else SignInFirst
    return actor, cycle
