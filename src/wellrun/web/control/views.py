"""The list of what daily work looks after, and one of these."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.control import services
from wellrun.control.queries import ControlItem, get_for, item_topic, visible_to
from wellrun.control.values import ItemState
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.web.control.presenters import present_item, present_items
from wellrun.web.conversations.presenters import present_talk
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page, see_other
from wellrun.web.shell.typed import typed

SHOWN = 60


@only("GET")
def items(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    wanted = ItemState.RETIRED if request.GET.get("state") == "retired" else ItemState.ACTIVE
    rows = visible_to(actor).filter(state=wanted).order_by("unit__organisation__name", "unit__path", "pk")
    context: dict[str, object] = {
        "groups": present_items(actor, list(rows[:SHOWN])),
        "is_retired": wanted == ItemState.RETIRED,
    }
    return render_page(request, "control/list.html", context)


@only("GET")
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    actor, found = _item_or_404(request, item_id)
    return _page(request, actor, found)


@only("POST")
def retire(request: HttpRequest, item_id: int) -> HttpResponse:
    actor, found = _item_or_404(request, item_id)
    reason = typed(request, "reason", most=1000)
    try:
        services.retire_item(actor=actor, item=found, reason=reason, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, found, trouble=refusal.sentence)
    return see_other(reverse("control:item", args=[found.pk]))


def _page(request: HttpRequest, actor: Actor, found: ControlItem, *, trouble: str = "") -> HttpResponse:
    context: dict[str, object] = {
        "page": present_item(actor, found),
        "talk": present_talk(actor, item_topic(found)),
        "trouble": trouble,
    }
    return render_page(request, "control/item.html", context, status=422 if trouble else 200)


def _item_or_404(request: HttpRequest, item_id: int) -> tuple[Actor, ControlItem]:
    actor = actor_of(request)
    found = get_for(actor, item_id)
    if found is None:
        raise Http404
    return actor, found
