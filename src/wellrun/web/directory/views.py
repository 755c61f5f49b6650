"""The directory of an organisation, and the page of one person."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from wellrun.access.requests import actor_of
from wellrun.accounts.queries import person_with_id
from wellrun.organisations.queries import After, directory_page, entries_of, get_for, roles_of
from wellrun.web.directory.presenters import present_directory, present_page_of
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page


@only("GET")
def people(request: HttpRequest) -> HttpResponse:
    """Who works in the organisation that one looks at, by name."""
    actor = actor_of(request)
    organisation = get_for(actor, actor.organisation_id) if actor.organisation_id else None
    if organisation is None:
        raise Http404
    search = request.GET.get("q", "").strip()[:100]
    after = After.read(request.GET.get("after", ""))
    found = directory_page(actor, organisation.pk, search=search, after=after)
    page = present_directory(found, organisation, search=search, is_first=after is None)
    return render_page(request, "directory/list.html", {"page": page})


@only("GET")
def person(request: HttpRequest, person_id: int) -> HttpResponse:
    """One person, for those who work in one organisation with them, and for themselves."""
    actor = actor_of(request)
    entries = entries_of(actor, person_id)
    found = person_with_id(person_id) if entries or actor.person_id == person_id else None
    if found is None:
        raise Http404
    roles = roles_of([person_id], sorted(actor.organisation_ids))
    return render_page(request, "directory/person.html", {"page": present_page_of(actor, found, roles)})
