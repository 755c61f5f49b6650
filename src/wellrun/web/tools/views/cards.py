"""One card: write on it, move it, count, take it out and put it back, turn it into a driver."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from wellrun.core.decision import StaleEdit
from wellrun.projects.queries.tools import ToolItem, cards_of
from wellrun.projects.services import tools as services
from wellrun.projects.values.tools import KINDS, MOST_ITEMS
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other
from wellrun.web.tools.forms import BecomeForm, MoveForm, WriteForm, where_in
from wellrun.web.tools.presenters.cards import become_choices, next_waiting
from wellrun.web.tools.views.finding import Found, card_or_404, tool_or_404
from wellrun.web.tools.views.showing import address, changed, saved, show


@only("POST")
def write(request: HttpRequest, project_id: int, tool_id: int, item_id: int) -> HttpResponse:
    found, item = card_or_404(request, project_id, tool_id, item_id)
    kind = KINDS[found.tool.kind]
    form = WriteForm(request.POST, kind=kind)
    if form.is_valid():
        try:
            if saved(found, form, services.write_item, item_id=item.pk, **form.cleaned_data):
                return see_other(address(found, f"?at={item.pk}#chosen"))
        except StaleEdit as stale:  # to be saved over the version that is seen now
            typed = {**form.cleaned_data, "expected_version": found.project.version}
            return show(
                request, found, at=item, stale=stale, typed={"write": WriteForm(initial=typed, kind=kind)}
            )
    return show(request, found, at=item, typed={"write": form})


@only("POST")
def place(request: HttpRequest, project_id: int, tool_id: int, item_id: int) -> HttpResponse:
    """Up, down, to another place, or below another card."""
    found, item = card_or_404(request, project_id, tool_id, item_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return show(request, found, at=item, typed={"move": form})
    where, parent_id = where_in(form.cleaned_data["where"])
    position = form.cleaned_data["position"]
    return changed(
        request, found, services.move_item, to=_after_sorting(found, item), at=item, item_id=item.pk,
        place=where, parent_id=parent_id, position=MOST_ITEMS if position is None else position,
    )  # fmt: skip


def _after_sorting(found: Found, item: ToolItem) -> str:
    """Whoever sorts cards goes on with the next that waits; others stay where they are."""
    if KINDS[found.tool.kind].may_wait and not item.place:
        item = next_waiting(cards_of(found.tool), item) or item
    return f"?at={item.pk}#chosen"


@only("POST")
def count(request: HttpRequest, project_id: int, tool_id: int, item_id: int) -> HttpResponse:
    """It happened once more; or once less, after a slip."""
    found, item = card_or_404(request, project_id, tool_id, item_id)
    more, pressed = (-1, "less") if request.POST.get("more") == "-1" else (1, "more")
    to = f"?{pressed}={item.pk}"
    return changed(request, found, services.count_item, to=to, item_id=item.pk, more=more)


@only("POST")
def become(request: HttpRequest, project_id: int, tool_id: int, item_id: int) -> HttpResponse:
    """Put it into the driver diagram."""
    found, item = card_or_404(request, project_id, tool_id, item_id)
    form = BecomeForm(request.POST, choices=become_choices(found.tool, found.project))
    if form.is_valid() and saved(found, form, services.turn_into_driver, item_id=item.pk, **form.told):
        return see_other(address(found, f"?at={item.pk}#chosen"))
    return show(request, found, at=item, typed={"become": form})


@only("POST")
def remove(request: HttpRequest, project_id: int, tool_id: int, item_id: int) -> HttpResponse:
    found, item = card_or_404(request, project_id, tool_id, item_id)
    return changed(request, found, services.remove_item, to=f"?removed={item.pk}", at=item, item_id=item.pk)


@only("POST")
def restore(request: HttpRequest, project_id: int, tool_id: int, item_id: int) -> HttpResponse:
    """Undo."""
    found = tool_or_404(request, project_id, tool_id)
    return changed(request, found, services.restore_item, to=f"?at={item_id}#chosen", item_id=item_id)
