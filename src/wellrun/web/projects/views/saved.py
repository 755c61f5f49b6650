"""Save the filters in force as a view, rename, change and share it, take it away."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone

from wellrun.access import actor_of
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.projects import services
from wellrun.projects.queries import SavedView, view_for
from wellrun.web.projects.presenters.portfolio import Asked
from wellrun.web.projects.presenters.views import home_of, view_address
from wellrun.web.projects.views.portfolio import render_portfolio
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other
from wellrun.web.shell.typed import typed


@only("POST")
def save(request: HttpRequest) -> HttpResponse:
    actor, asked = actor_of(request), Asked.of(request.POST)
    name = typed(request, "name")
    try:
        view = services.save_view(
            actor=actor,
            name=name,
            filters=asked.filters,
            organisation_id=home_of(actor),
            is_shared="is_shared" in request.POST,
            now=timezone.now(),
        )
    except Refused as refusal:
        return render_portfolio(request, actor, asked, trouble=refusal.sentence, typed=name)
    return see_other(view_address(view))


@only("POST")
def rename(request: HttpRequest, view_id: int) -> HttpResponse:
    actor, view = _view(request, view_id)
    name = typed(request, "name")
    try:
        view = services.rename_view(actor=actor, view=view, name=name, now=timezone.now())
    except Refused as refusal:
        return _again(request, actor, view, refusal, typed=name)
    return see_other(view_address(view))


@only("POST")
def refilter(request: HttpRequest, view_id: int) -> HttpResponse:
    """Let it find what the filters in force find."""
    actor, view = _view(request, view_id)
    asked = Asked.of(request.POST)
    try:
        view = services.refilter_view(actor=actor, view=view, filters=asked.filters, now=timezone.now())
    except Refused as refusal:
        return render_portfolio(request, actor, replace(asked, view=view.pk), trouble=refusal.sentence)
    return see_other(view_address(view))


@only("POST")
def share(request: HttpRequest, view_id: int) -> HttpResponse:
    """Show it to everybody in the organisation, or take it back."""
    actor, view = _view(request, view_id)
    is_shared = request.POST.get("is_shared") == "yes"
    try:
        services.share_view(actor=actor, view=view, is_shared=is_shared, now=timezone.now())
    except Refused as refusal:
        return _again(request, actor, view, refusal)
    return see_other(view_address(view))


@only("POST")
def remove(request: HttpRequest, view_id: int) -> HttpResponse:
    """Take it away. Its filters stay in force, so that it can be saved again."""
    actor, view = _view(request, view_id)
    try:
        services.remove_view(actor=actor, view=view, now=timezone.now())
    except Refused as refusal:
        return _again(request, actor, view, refusal)
    return see_other(view_address(view))


def _view(request: HttpRequest, view_id: int) -> tuple[Actor, SavedView]:
    actor = actor_of(request)
    view = view_for(actor, view_id)
    if view is None:
        raise Http404
    return actor, view


def _again(
    request: HttpRequest, actor: Actor, view: SavedView, refusal: Refused, *, typed: str = ""
) -> HttpResponse:
    asked = Asked.of(QueryDict(view_address(view).removeprefix(reverse("projects:list") + "?")))
    return render_portfolio(request, actor, asked, trouble=refusal.sentence, typed=typed)
