"""What somebody types is kept in their browser until it is saved (static/wellrun/kept.js).

The browser must know that it was saved, and not only sent: the network may fail in between. So the answer
to a form that was saved names it in a cookie, which the script reads once and deletes.
"""

from __future__ import annotations

from typing import TypeVar

from django.http import HttpRequest, HttpResponse

SAVED_COOKIE = "saved"
WITHIN = 60
"""Seconds: long enough to follow the redirect."""
R = TypeVar("R", bound=HttpResponse)


def name_saved(request: HttpRequest, response: R, thing: str) -> R:
    """``thing`` is the name that the form has in its `data-keeps`."""
    response.set_cookie(SAVED_COOKIE, thing, max_age=WITHIN, samesite="Lax", secure=request.is_secure())
    return response
