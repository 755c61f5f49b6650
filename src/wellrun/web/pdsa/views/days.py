"""What was seen on one day of a test: written down, corrected, taken out."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.pdsa import services
from wellrun.pdsa.queries import Cycle
from wellrun.web.pdsa.forms import DayForm
from wellrun.web.pdsa.views.finding import cycle_or_404
from wellrun.web.pdsa.views.showing import back, over_the_newest, render_cycle
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other


@only("POST")
def note(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """Write a day down. Where the day says something else already, ask first."""
    actor, found = cycle_or_404(request, cycle_id)
    form = DayForm(request.POST, cycle=found)
    try:
        if form.is_valid() and _noted(request, actor, found, form):
            return back(request, found, "do", "day")
    except StaleEdit as stale:
        form = DayForm(over_the_newest(request, found), cycle=found)
        form.is_taken = True
        return render_cycle(request, actor, found, forms={"day_form": form}, stale=stale)
    return render_cycle(request, actor, found, forms={"day_form": form})


def _noted(request: HttpRequest, actor: Actor, found: Cycle, form: DayForm) -> bool:
    """Whether it was saved; if not, the form says why."""
    try:
        services.note_day(
            actor=actor,
            cycle=found,
            seen=form.seen(),
            is_sure="replace" in request.POST,
            expected_version=form.cleaned_data["expected_version"],
            now=timezone.now(),
        )
    except StaleEdit:
        raise
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        form.is_taken = isinstance(refusal, services.DayTaken)
        return False
    return True


@only("POST")
def take_out(request: HttpRequest, cycle_id: int, day_id: int) -> HttpResponse:
    actor, found = cycle_or_404(request, cycle_id)
    try:
        services.take_day_out(actor=actor, cycle=found, day_id=day_id, now=timezone.now())
    except Refused as refusal:
        return render_cycle(request, actor, found, trouble=refusal.sentence)
    return see_other(f"{reverse('pdsa:cycle', args=[found.pk])}#do")
