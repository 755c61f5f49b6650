"""Two writers who wait for each other: PostgreSQL stops one of them, and that one is asked again.

Writers of the audit chain take turns at its end (docs/adr/0007). Somebody who holds that turn and wants a
row, and somebody who holds the row and wants the turn, would wait for ever. The database ends it by failing
one of the two, of which nothing is kept then. Doing that once more is safe, and takes a second.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")

DEADLOCK = "40P01"
"""PostgreSQL's code for the one of two that was stopped."""
TRIES = 3
SAFE = ("GET", "HEAD", "OPTIONS")


def answer_of(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
    request: HttpRequest,
    *args: P.args,
    **kwargs: P.kwargs,
) -> HttpResponse:
    """What the view answers. It makes at most one change, in one transaction, so it can be called again."""
    for _ in range(TRIES - 1):
        try:
            return view(request, *args, **kwargs)
        except OperationalError as error:
            if request.method in SAFE or not _was_stopped(error) or connection.in_atomic_block:
                raise
            _rewind(request)
    return view(request, *args, **kwargs)


def _was_stopped(error: OperationalError) -> bool:
    return getattr(error.__cause__, "sqlstate", None) == DEADLOCK


def _rewind(request: HttpRequest) -> None:
    """Files that were sent have been read by now."""
    for _name, files in request.FILES.lists():
        for file in files:
            file.seek(0)
