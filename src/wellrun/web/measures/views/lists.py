"""The list of measures."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wellrun.access.requests import actor_of
from wellrun.core.actor import Actor
from wellrun.measures.queries import listed_for
from wellrun.organisations import queries as organisations
from wellrun.web.measures.forms.units import unit_choices
from wellrun.web.measures.presenters.lists import READINGS, present_list
from wellrun.web.measures.views.showing import saved_change, toast_of
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page


@only("GET")
def measure_list(request: HttpRequest) -> HttpResponse:
    """All that this person may see, narrowed by words, organisation and reading."""
    actor = actor_of(request)
    search, chosen = request.GET.get("q", "").strip()[:100], request.GET.get("organisation", "")
    organisation = int(chosen) if chosen.isdecimal() and len(chosen) < 19 else None
    reading = request.GET.get("reading", "")
    is_archived = request.GET.get("archived") == "yes"
    unit = _unit(actor, request.GET.get("unit", ""))
    page = present_list(
        listed_for(
            actor,
            organisation=organisation,
            unit=unit,
            search=search,
            is_archived=is_archived,
        ),
        search=search,
        organisation=organisation,
        unit=unit,
        reading=reading if reading in READINGS else "",
    )
    change = saved_change(request, actor)
    context: dict[str, object] = {
        "page": page,
        "organisations": [
            (place.pk, place.name) for place in organisations.visible_to(actor).order_by("name")
        ],
        "units": [(str(pk), name) for pk, name in unit_choices(actor, sorted(actor.organisation_ids), unit)],
        "is_archived": is_archived,
        "toast": toast_of(change, reverse("measures:list")) if change else None,
    }
    return render_page(request, "measures/list.html", context)


def _unit(actor: Actor, chosen: str) -> organisations.Unit | None:
    """The unit that the list is narrowed to, if it is one of the person's own organisations."""
    return organisations.unit_for(actor, int(chosen)) if chosen.isdecimal() and len(chosen) < 19 else None
