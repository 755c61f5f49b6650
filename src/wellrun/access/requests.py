"""Who is behind a request. Today the one demo person; sign-in replaces the body of `actor_of` alone."""

from __future__ import annotations

from django.http import HttpRequest

from wellrun.access.demo import demo_actor
from wellrun.core.actor import NOBODY, Actor


def actor_of(request: HttpRequest) -> Actor:
    """The person asking, found once for each request and kept on it."""
    actor = getattr(request, "_wellrun_actor", None)
    if not isinstance(actor, Actor):
        actor = demo_actor() or NOBODY
        request._wellrun_actor = actor  # type: ignore[attr-defined]  # noqa: SLF001 - our own mark on the request
    return actor
