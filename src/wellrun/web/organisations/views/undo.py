"""Undo: the one button for every change to units and roles."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import Refused
from wellrun.organisations import services
from wellrun.organisations.queries import record_in, unit_changed_in
from wellrun.web.organisations.finding import organisation_or_404
from wellrun.web.organisations.showing import address_of, look_again
from wellrun.web.organisations.views.unit import render_unit
from wellrun.web.shell.methods import only


@only("GET", "POST")
def undo(request: HttpRequest, slug: str, change_id: int) -> HttpResponse:
    """Put things back as they were before the change, unless somebody has changed them since."""
    actor, organisation = organisation_or_404(request, slug)
    record = record_in(organisation.pk, change_id)
    unit = unit_changed_in(actor, record) if record else None
    if unit is None:
        raise Http404
    if request.method != "POST":
        return redirect("organisations:organisation", slug)
    try:
        change = services.undo_change(
            actor=actor, organisation_id=organisation.pk, change_id=change_id, now=timezone.now()
        )
    except Refused as refusal:
        return render_unit(request, actor, unit, trouble=refusal.sentence, status=409)
    if change.kind == "closed" and unit.parent:  # it was added by mistake
        return look_again(reverse("organisations:unit", args=[slug, unit.parent.slug]), change)
    return look_again(address_of(unit, organisation), change)
