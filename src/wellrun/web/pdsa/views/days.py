"""What was seen on one day of a test: written down, put right, taken out, put back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.pdsa import services
from wellrun.pdsa.queries import Cycle, DayNote
from wellrun.web.pdsa.forms.learning import DayForm
from wellrun.web.pdsa.views.finding import cycle_or_404
from wellrun.web.pdsa.views.showing import over_the_newest, render_cycle
from wellrun.web.pdsa.views.toasts import day_saved
from wellrun.web.shell.methods import only


@only("POST")
def note(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """Write a day down. Where the day says something else already, ask first."""
    actor, found = cycle_or_404(request, cycle_id)
    return _written(request, actor, found)


@only("POST")
def change(request: HttpRequest, cycle_id: int, day_id: int) -> HttpResponse:
    """Put a line right. Where it is gone meanwhile, what was typed comes back as a new one."""
    actor, found = cycle_or_404(request, cycle_id)
    return _written(request, actor, found, day_id)


@only("POST")
def take_out(request: HttpRequest, cycle_id: int, day_id: int) -> HttpResponse:
    actor, found = cycle_or_404(request, cycle_id)
    try:
        day = services.take_day_out(actor=actor, cycle=found, day_id=day_id, now=timezone.now())
    except Refused as refusal:
        return render_cycle(request, actor, found, trouble=refusal.sentence)
    return day_saved(request, actor, found, day)


@only("POST")
def undo(request: HttpRequest, cycle_id: int, change_id: int) -> HttpResponse:
    """Put a day back as it was before it was written, changed or taken out."""
    actor, found = cycle_or_404(request, cycle_id)
    try:
        day = services.undo_day(actor=actor, cycle=found, change_id=change_id, now=timezone.now())
    except Refused as refusal:
        return render_cycle(request, actor, found, trouble=refusal.sentence)
    return day_saved(request, actor, found, day)


def _written(request: HttpRequest, actor: Actor, found: Cycle, day_id: int = 0) -> HttpResponse:
    """Save the line, or show both texts where another stands there or came meanwhile."""
    form, stale = DayForm(request.POST, cycle=found), None
    if form.is_valid():
        try:
            line = _save(request, actor, found, form, day_id)
        except StaleEdit as edit:
            form, stale = DayForm(over_the_newest(request, found), cycle=found), edit
            form.is_taken = True
        except services.DayTaken as taken:
            form.taken, form.is_taken = taken, True
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        else:
            return day_saved(request, actor, found, line.day)
    return render_cycle(request, actor, found, forms={"day_form": form}, day_id=day_id, stale=stale)


def _save(request: HttpRequest, actor: Actor, found: Cycle, form: DayForm, day_id: int) -> DayNote:
    told: dict[str, Any] = {
        "seen": form.seen(), "is_sure": "replace" in request.POST,
        "expected_version": form.cleaned_data["expected_version"], "now": timezone.now(),
    }  # fmt: skip
    if not day_id:
        return services.note_day(actor=actor, cycle=found, **told)
    return services.change_day(actor=actor, cycle=found, day_id=day_id, **told)
