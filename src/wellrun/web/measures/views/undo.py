"""Undo: the one button for every kind of change."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from wellrun.access.requests import actor_of
from wellrun.core.decision import Refused
from wellrun.measures import services
from wellrun.measures.queries import change_for, get_for
from wellrun.web.measures.views.showing import done, render_measure
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other


@only("GET", "POST")
def undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """Put things back as they were before the change, unless somebody has changed them since."""
    actor = actor_of(request)
    change = change_for(actor, change_id)
    if change is None:
        raise Http404
    if request.method != "POST":
        return redirect("measures:detail", change.measure_id)
    measure = get_for(actor, change.measure_id)
    try:
        undone = services.undo_change(actor=actor, change_id=change_id, now=timezone.now())
    except Refused as refusal:
        if measure is None:
            raise Http404 from refusal
        return render_measure(request, actor, measure, trouble=refusal.sentence, status=409)
    if measure is None:
        return see_other(f"{reverse('measures:detail', args=[change.measure_id])}?saved={undone.id}")
    return done(request, actor, measure, undone)
