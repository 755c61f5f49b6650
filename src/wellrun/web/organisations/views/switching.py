"""Whose pages somebody looks at, where they belong to several organisations."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wellrun.access.requests import ORGANISATION_KEY, actor_of
from wellrun.organisations.queries import get_for
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other


@only("POST")
def look_at(request: HttpRequest) -> HttpResponse:
    """Look at another of one's own organisations from now on. For any other, nothing changes."""
    chosen = request.POST.get("organisation", "")
    number = int(chosen) if chosen.isdecimal() and len(chosen) < 19 else 0
    organisation = get_for(actor_of(request), number)
    if organisation is None:
        return see_other(reverse("today:today"))
    request.session[ORGANISATION_KEY] = organisation.pk
    return see_other(reverse("organisations:organisation", args=[organisation.slug]))
