"""One test: its page, and a form for each of its parts."""

from __future__ import annotations

from collections.abc import Callable

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.pdsa import services
from wellrun.pdsa.queries import Cycle, cycle_topic
from wellrun.web.conversations.presenters import present_talk
from wellrun.web.pdsa.forms import ActForm, DoForm, StudyForm
from wellrun.web.pdsa.presenters.cycle import present_cycle
from wellrun.web.pdsa.views.finding import cycle_or_404
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other


@only("GET")
def cycle(request: HttpRequest, cycle_id: int) -> HttpResponse:
    actor, found = cycle_or_404(request, cycle_id)
    return _page(request, actor, found)


@only("POST")
def start(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """Begin: the prediction is locked."""
    actor, found = cycle_or_404(request, cycle_id)
    try:
        services.start_cycle(actor=actor, cycle=found, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, found, trouble=refusal.sentence)
    return _back(found, "do")


@only("POST")
def do(request: HttpRequest, cycle_id: int) -> HttpResponse:
    return _part(request, cycle_id, "do_form", DoForm(request.POST), services.tell_what_happened, "study")


@only("POST")
def study(request: HttpRequest, cycle_id: int) -> HttpResponse:
    return _part(request, cycle_id, "study_form", StudyForm(request.POST), services.study, "act")


@only("POST")
def act(request: HttpRequest, cycle_id: int) -> HttpResponse:
    """Decide; "and plan the next test" goes on to a copy of the plan."""
    return _part(request, cycle_id, "act_form", ActForm(request.POST), services.decide, "act")


@only("POST")
def remove(request: HttpRequest, cycle_id: int) -> HttpResponse:
    actor, found = cycle_or_404(request, cycle_id)
    try:
        services.remove_cycle(actor=actor, cycle=found, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, found, trouble=refusal.sentence)
    return see_other(reverse("pdsa:ramps", args=[found.project_id]))


def _part(
    request: HttpRequest, cycle_id: int, name: str, form: Form, service: Callable[..., Cycle], then: str
) -> HttpResponse:
    """Save one part and go on to the next, or show what to put right."""
    actor, found = cycle_or_404(request, cycle_id)
    if form.is_valid():
        try:
            service(actor=actor, cycle=found, now=timezone.now(), **form.cleaned_data)
        except StaleEdit as stale:
            return _page(request, actor, found, stale=stale, forms={name: form})
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        else:
            return _next(found) if "next" in request.POST else _back(found, then)
    return _page(request, actor, found, forms={name: form})


def _back(found: Cycle, part: str) -> HttpResponse:
    return see_other(f"{reverse('pdsa:cycle', args=[found.pk])}#{part}")


def _next(found: Cycle) -> HttpResponse:
    return see_other(f"{reverse('pdsa:new', args=[found.project_id])}?after={found.pk}")


def _page(
    request: HttpRequest,
    actor: Actor,
    found: Cycle,
    *,
    forms: dict[str, Form] | None = None,
    trouble: str = "",
    stale: StaleEdit | None = None,
) -> HttpResponse:
    version, page = {"expected_version": found.project.version}, present_cycle(actor, found)
    wrong = forms or {}
    context: dict[str, object] = {
        "page": page,
        "talk": present_talk(actor, cycle_topic(found)),
        "opens_do": page.opens_do or "do_form" in wrong,
        "opens_study": page.opens_study or "study_form" in wrong,
        "do_form": DoForm(initial=_told(found, DoForm) | version),
        "study_form": StudyForm(initial=_told(found, StudyForm) | version),
        "act_form": ActForm(initial={"decision": found.decision, "why": found.decision_why}),
        **wrong,
        "trouble": trouble,
        "stale": stale,
    }
    return render_page(request, "pdsa/cycle.html", context, status=422 if forms or trouble or stale else 200)


def _told(found: Cycle, form: type[Form]) -> dict[str, object]:
    return {name: getattr(found, name) for name in form.base_fields if hasattr(found, name)}
