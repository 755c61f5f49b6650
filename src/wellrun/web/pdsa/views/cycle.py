"""One test: its page, and a form for each of its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import Refused, StaleEdit
from wellrun.pdsa import services
from wellrun.pdsa.queries import Cycle, predictions_of
from wellrun.web.pdsa.forms import ActForm, DoForm, StudyForm
from wellrun.web.pdsa.views.finding import cycle_or_404
from wellrun.web.pdsa.views.showing import back, over_the_newest, render_cycle
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other

Make = Callable[[Cycle, QueryDict], Form]


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
    return _part(
        request, cycle_id, "do", lambda _found, typed: DoForm(typed), services.tell_what_happened, "study"
    )


@only("POST")
def study(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """What came out beside each prediction."""
    return _part(
        request, cycle_id, "study",
        lambda found, typed: StudyForm(typed, predictions=predictions_of(found)), services.study, "act",
    )  # fmt: skip


@only("POST")
def act(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """Decide; "and plan the next test" goes on to a copy of the plan."""
    return _part(request, cycle_id, "act", lambda _found, typed: ActForm(typed), services.decide, "act")


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
    form, name = make(found, request.POST), f"{part}_form"
    if form.is_valid():
        try:
            service(actor=actor, cycle=found, now=timezone.now(), **_told(form))
        except StaleEdit as stale:
            again = make(found, over_the_newest(request, found))
            return render_cycle(request, actor, found, stale=stale, forms={name: again})
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        else:
            return _next(request, found) if "next" in request.POST else back(request, found, then, part)
    return render_cycle(request, actor, found, forms={name: form})


def _told(form: Form) -> Mapping[str, object]:
    return form.told() if isinstance(form, StudyForm) else form.cleaned_data


def _next(request: HttpRequest, found: Cycle) -> HttpResponse:
    """On to the next test; the browser may forget what it kept of the decision."""
    answer = see_other(f"{reverse('pdsa:new', args=[found.project_id])}?after={found.pk}")
    return name_saved(request, answer, f"cycle-{found.pk}-act")
