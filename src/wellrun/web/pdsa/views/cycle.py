"""One test: its page, and a form for each of its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import Refused, StaleEdit
from wellrun.pdsa import services
from wellrun.pdsa.queries import Cycle, predictions_of
from wellrun.web.pdsa.forms.learning import DoForm, StudyForm, act_told
from wellrun.web.pdsa.views.finding import cycle_or_404
from wellrun.web.pdsa.views.showing import (
    Forms,
    act_form,
    back,
    beside_its_field,
    over_the_newest,
    render_cycle,
)
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other

Make = Callable[[Cycle, QueryDict], Forms]


@only("GET")
def cycle(request: HttpRequest, cycle_id: int) -> HttpResponse:
    actor, found = cycle_or_404(request, cycle_id)
    return render_cycle(request, actor, found)


@only("POST")
def start(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """Begin: the prediction is locked."""
    actor, found = cycle_or_404(request, cycle_id)
    try:
        services.start_cycle(actor=actor, cycle=found, now=timezone.now())
    except Refused as refusal:
        return render_cycle(request, actor, found, trouble=refusal.sentence)
    return see_other(f"{reverse('pdsa:cycle', args=[found.pk])}#do")


@only("POST")
def do(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """What happened."""

    def made(_found: Cycle, typed: QueryDict) -> Forms:
        return {"do_form": DoForm(typed)}

    return _part(request, cycle_id, "do", made, services.tell_what_happened, "study")


@only("POST")
def study(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """What came out beside each prediction; and the decision, where the team is as far."""

    def made(found: Cycle, typed: QueryDict) -> Forms:
        forms: Forms = {
            "study_form": StudyForm(typed, predictions=predictions_of(found), theory=found.idea.why)
        }
        return forms | ({"act_form": act_form(found, typed)} if "why" in typed else {})

    return _part(request, cycle_id, "study", made, services.study, "act")


@only("POST")
def act(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """Decide; "and plan the next test" goes on to a copy of the plan."""

    def made(found: Cycle, typed: QueryDict) -> Forms:
        return {"act_form": act_form(found, typed)}

    return _part(request, cycle_id, "act", made, services.decide, "act")


@only("POST")
def remove(request: HttpRequest, cycle_id: int) -> HttpResponse:
    actor, found = cycle_or_404(request, cycle_id)
    try:
        services.remove_cycle(actor=actor, cycle=found, now=timezone.now())
    except Refused as refusal:
        return render_cycle(request, actor, found, trouble=refusal.sentence)
    return see_other(reverse("pdsa:ramps", args=[found.project_id]))


def _part(
    request: HttpRequest, cycle_id: int, part: str, make: Make, service: Callable[..., Cycle], then: str
) -> HttpResponse:
    """Save one part and go on to the next, or show what to put right."""
    actor, found = cycle_or_404(request, cycle_id)
    forms, trouble = make(found, request.POST), ""
    if not [form for form in forms.values() if not form.is_valid()]:  # all are looked at: each says its own
        try:
            service(actor=actor, cycle=found, now=timezone.now(), **_told(request, forms))
        except StaleEdit as stale:
            again = make(found, over_the_newest(request, found))
            return render_cycle(request, actor, found, stale=stale, forms=again)
        except Refused as refusal:
            trouble = beside_its_field(refusal, forms.values())
        else:
            return _next(request, found, part) if "next" in request.POST else back(request, found, then, part)
    return render_cycle(request, actor, found, forms=forms, trouble=trouble)


def _told(request: HttpRequest, forms: Forms) -> dict[str, Any]:
    """What was typed, as the service takes it."""
    studied = forms.get("study_form")
    if not isinstance(studied, StudyForm):
        return next(iter(forms.values())).cleaned_data
    return studied.told() | {"act": act_told(forms.get("act_form"), is_asked="next" in request.POST)}


def _next(request: HttpRequest, found: Cycle, part: str) -> HttpResponse:
    """On to the next test; the browser may forget what it kept of this one."""
    answer = see_other(f"{reverse('pdsa:new', args=[found.project_id])}?after={found.pk}")
    return name_saved(request, answer, f"cycle-{found.pk}-{part}")
