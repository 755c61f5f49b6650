"""Light or dark, and the language, from any page: saved on the person who signed in, and in the browser."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from wellrun.access import actor_of, profile_of_request
from wellrun.accounts.services import change_profile, choose_theme
from wellrun.web.preferences.cookies import remember_language, remember_theme
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other
from wellrun.web.shell.sign_in import open_to_all


def _back(request: HttpRequest) -> HttpResponse:
    """To the page the form was on, and never to another site."""
    address = request.POST.get("next", "/")
    is_ours = url_has_allowed_host_and_scheme(address, allowed_hosts=None) and address.startswith("/")
    return see_other(address if is_ours else "/")


@open_to_all
@only("POST")
def theme(request: HttpRequest) -> HttpResponse:
    """Light or dark; anything else lets the device decide again."""
    response, chosen = _back(request), request.POST.get("theme", "")
    actor = actor_of(request)
    if actor.is_signed_in:
        choose_theme(actor=actor, theme=chosen, now=timezone.now())
    remember_theme(request, response, chosen)
    return response


@open_to_all
@only("POST")
def language(request: HttpRequest) -> HttpResponse:
    """One of the languages the pages are written in."""
    response, chosen = _back(request), request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return response
    profile = profile_of_request(request)
    if profile is not None:
        change_profile(actor=actor_of(request), profile=replace(profile, language=chosen), now=timezone.now())
    remember_language(request, response, chosen)
    return response
