"""Choices that the browser keeps. They say nothing about anybody."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from wellrun.web.shell.visitor import KEYS_COOKIE, THEME_COOKIE, THEMES

A_YEAR = 365 * 24 * 60 * 60


def remember_theme(request: HttpRequest, response: HttpResponse, theme: str) -> None:
    """Kept for error pages and for signing in, which know nobody. Anything but a theme forgets it."""
    if theme in THEMES:
        # The page's own script sets the same cookie at once, so it is open to scripts.
        response.set_cookie(THEME_COOKIE, theme, max_age=A_YEAR, samesite="Lax", secure=request.is_secure())
    else:
        response.delete_cookie(THEME_COOKIE, samesite="Lax")


def remember_keys(request: HttpRequest, response: HttpResponse, keys: str) -> None:
    """Whether a single key may do something in this browser."""
    if keys == "off":
        response.set_cookie(
            KEYS_COOKIE, "off", max_age=A_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    else:
        response.delete_cookie(KEYS_COOKIE, samesite="Lax")


def remember_language(request: HttpRequest, response: HttpResponse, language: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=A_YEAR,
        samesite="Lax",
        secure=request.is_secure(),
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
    )
