"""A preference is a cookie: it needs no account and says nothing about anybody."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from wellrun.web.shell.layout import THEME_COOKIE, THEMES
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import see_other
from wellrun.web.shell.sign_in import open_to_all

A_YEAR = 365 * 24 * 60 * 60


def _back(request: HttpRequest) -> HttpResponse:
    """To the page the form was on, and never to another site."""
    address = request.POST.get("next", "/")
    is_ours = url_has_allowed_host_and_scheme(address, allowed_hosts=None) and address.startswith("/")
    return see_other(address if is_ours else "/")


@open_to_all
@only("POST")
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Light or dark; anything else lets the device decide again."""
    response = _back(request)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        # The page's own script sets the same cookie without a reload, so it is open to scripts.
        response.set_cookie(THEME_COOKIE, theme, max_age=A_YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")
    return response


@open_to_all
@only("POST")
def choose_language(request: HttpRequest) -> HttpResponse:
    """One of the languages the pages are written in."""
    response = _back(request)
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=A_YEAR,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        )
    return response
