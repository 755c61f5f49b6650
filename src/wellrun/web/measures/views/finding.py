"""Who asks, and for what: the measure, or the same 404 for what is not there and what is not shared."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from wellrun.access.requests import actor_of
from wellrun.core.actor import Actor
from wellrun.measures.queries import Measure, get_for
from wellrun.web.shell.sign_in import SignInFirst


def measure_or_404(request: HttpRequest, measure_id: int) -> tuple[Actor, Measure]:
    actor = actor_of(request)
    measure = get_for(actor, measure_id)
    if measure is None:
        raise Http404 if actor.is_signed_in else SignInFirst
    return actor, measure
