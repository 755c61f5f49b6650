"""Tells the database who is asking, so that it shows their rows alone."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse

from wellrun.access import actor_of
from wellrun.core.second_lock import looking_as, scope_of


def show_own_rows(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Find out who is asking before the view does, and show what is theirs. SQLite has no second lock."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if connection.vendor != "postgresql":
            return get_response(request)
        with looking_as(scope_of(actor_of(request))):
            return get_response(request)

    return middleware
