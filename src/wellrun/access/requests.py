"""Who is behind a request: the person whose session it is, with the roles they hold at this moment."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from wellrun.access.actors import actor_for
from wellrun.accounts.models import Person
from wellrun.accounts.queries import profile_of
from wellrun.accounts.values import Profile
from wellrun.core.actor import NOBODY, Actor

ORGANISATION_KEY = "organisation"
"""Where the session keeps which organisation the person looks at."""


def actor_of(request: HttpRequest) -> Actor:
    """The person asking, found once for each request and kept on it."""
    actor = getattr(request, "_wellrun_actor", None)
    if not isinstance(actor, Actor):
        actor = _actor_of(request)
        request._wellrun_actor = actor  # type: ignore[attr-defined]  # noqa: SLF001 - our own mark on the request
    return actor


def profile_of_request(request: HttpRequest) -> Profile | None:
    """What the person asking chose for themselves, from the row that signing in has read."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or not user.is_active:
        return None
    return profile_of(cast(Person, user))


def _actor_of(request: HttpRequest) -> Actor:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return NOBODY
    return actor_for(cast(Person, user), organisation_id=request.session.get(ORGANISATION_KEY))
