"""What was put aside: see it, try it again, or discard it after a question."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wellrun.access import actor_of
from wellrun.access.background import may_look_after_background
from wellrun.core.background import dead_letters, discard, try_again
from wellrun.core.background.letters import counts
from wellrun.core.decision import Decision, Refused
from wellrun.web.background.presenters import present_background
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other

TOLD = {"again": _("It will be tried again within a minute."), "discarded": _("It was discarded.")}


@only("GET")
def overview(request: HttpRequest) -> HttpResponse:
    _leave(request)
    return _render(request)


@only("POST")
def again(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    leave = _leave(request)
    try:
        try_again(actor=actor_of(request), leave=leave, letter_id=letter_id, now=timezone.now())
    except Refused as refusal:
        return _render(request, trouble=refusal.sentence, status=409)
    return see_other(f"{reverse('background:overview')}?done=again")


@only("POST")
def give_up(request: HttpRequest, letter_id: UUID) -> HttpResponse:
    """Asks first: this cannot be undone."""
    leave = _leave(request)
    if "sure" not in request.POST:
        return _render(request, asked=str(letter_id))
    try:
        discard(actor=actor_of(request), leave=leave, letter_id=letter_id, now=timezone.now())
    except Refused as refusal:
        return _render(request, trouble=refusal.sentence, status=409)
    return see_other(f"{reverse('background:overview')}?done=discarded")


def _leave(request: HttpRequest) -> Decision:
    """For everybody else the page does not exist."""
    leave = may_look_after_background(actor_of(request))
    if not leave:
        raise Http404
    return leave


def _render(request: HttpRequest, *, asked: str = "", trouble: str = "", status: int = 200) -> HttpResponse:
    done = request.GET.get("done", "")
    toast = {"text": TOLD[done], "close_url": reverse("background:overview")} if done in TOLD else None
    page = present_background(dead_letters(), counts(), asked=asked)
    context: dict[str, object] = {"page": page, "trouble": trouble, "toast": toast}
    return render_page(request, "background/overview.html", context, status=status)
