"""The list of what daily work looks after, and one of these."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.control import services
from wellrun.control.permissions import may_change
from wellrun.control.queries import ControlItem, get_for, item_topic, keepers_for, visible_to
from wellrun.control.values import ItemState
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.learning.queries import Story, story_of
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.control.forms import ItemForm
from wellrun.web.control.presenters import item_as_typed, may_undo_hand_over, present_item, present_items
from wellrun.web.control.words import limits_text
from wellrun.web.conversations.presenters import present_talk
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, over_the_latest, render_page, see_other
from wellrun.web.shell.typed import typed

SHOWN = 60


@only("GET")
def items(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    wanted = ItemState.RETIRED if request.GET.get("state") == "retired" else ItemState.ACTIVE
    seen = visible_to(actor)
    rows = seen.filter(state=wanted).order_by("unit__organisation__name", "unit__path", "pk")
    context: dict[str, object] = {
        "groups": present_items(actor, list(rows[:SHOWN]), today=timezone.now().date()),
        "is_retired": wanted == ItemState.RETIRED,
        "has_retired": seen.filter(state=ItemState.RETIRED).exists(),
    }
    return render_page(request, "control/list.html", context)


@only("GET")
def item(request: HttpRequest, item_id: int) -> HttpResponse:
    actor, found = _item_or_404(request, item_id)
    is_new = request.GET.get("handed-over") == "1"
    story = story_of(actor, found.project) if is_new and found.project is not None else None
    return _page(request, actor, found, story=story, takes_back=is_new and may_undo_hand_over(actor, found))


@only("GET", "POST")
def edit(request: HttpRequest, item_id: int) -> HttpResponse:
    """Agree anew on who looks after it, how, and what to do when it slips."""
    actor, found = _item_or_404(request, item_id)
    decision = may_change(actor, found)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    form = ItemForm(request.POST or None, initial=item_as_typed(found), keepers=keepers_for(found))
    if request.method != "POST" or not form.is_valid():
        return _edit_page(request, actor, found, form)
    version = form.cleaned_data["version"]
    try:
        saved = applied(
            form, services.change_item,
            actor=actor, item=found, words=form.words(), expected_version=version, now=timezone.now(),
        )  # fmt: skip
    except StaleEdit as stale:
        return _edit_page(request, actor, found, over_the_latest(form, found.version), stale=stale)
    address = reverse("control:item", args=[found.pk])
    return see_other(address) if saved else _edit_page(request, actor, found, form)


@only("POST")
def retire(request: HttpRequest, item_id: int) -> HttpResponse:
    actor, found = _item_or_404(request, item_id)
    reason = typed(request, "reason")
    try:
        services.retire_item(actor=actor, item=found, reason=reason, now=timezone.now())
    except Refused as refusal:
        return _page(request, actor, found, trouble=refusal.sentence, typed_reason=reason)
    return see_other(reverse("control:item", args=[found.pk]))


def _page(
    request: HttpRequest,
    actor: Actor,
    found: ControlItem,
    *,
    trouble: str = "",
    typed_reason: str = "",
    story: Story | None = None,
    takes_back: bool = False,
) -> HttpResponse:
    context: dict[str, object] = {
        "page": present_item(actor, found, today=timezone.now().date()),
        "typed": typed_reason,
        "story_href": reverse("learn:story", args=[story.pk]) if story else "",
        "take_back_of": found.project_id if takes_back else None,
        "talk": present_talk(actor, item_topic(found)),
        "trouble": trouble,
    }
    return render_page(request, "control/item.html", context, status=422 if trouble else 200)


def _edit_page(
    request: HttpRequest, actor: Actor, found: ControlItem, form: ItemForm, *, stale: StaleEdit | None = None
) -> HttpResponse:
    page = present_item(actor, found, today=timezone.now().date())
    context: dict[str, object] = {
        "form": form,
        "item_id": found.pk,
        "title": page.title,
        "trail": (*page.trail, Crumb(text=page.title, href=reverse("control:item", args=[found.pk]))),
        "limits": limits_text(found) if page.agreed else "",
        "stale": stale,
    }
    return render_page(request, "control/edit.html", context, status=422 if form.errors or stale else 200)


def _item_or_404(request: HttpRequest, item_id: int) -> tuple[Actor, ControlItem]:
    actor = actor_of(request)
    found = get_for(actor, item_id)
    if found is None:
        raise Http404
    return actor, found
