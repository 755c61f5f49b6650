"""A session ends when nobody used it for a while, and after a day's work in any case."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.access.sessions import SEEN_KEY, SIGNED_IN_KEY
from wellrun.accounts.policies import SESSION_NOTED_EVERY
from wellrun.web.shell.middleware import GetResponse


def session_limits(get_response: GetResponse) -> GetResponse:
    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _look_at_the_clock(request, timezone.now().timestamp())
        return get_response(request)

    return middleware


def _look_at_the_clock(request: HttpRequest, now: float) -> None:
    began = request.session.get(SIGNED_IN_KEY, 0.0)
    seen = request.session.get(SEEN_KEY, 0.0)
    unused, always = settings.SESSION_ENDS_UNUSED, settings.SESSION_ENDS_ALWAYS
    if now - seen > unused.total_seconds() or now - began > always.total_seconds():
        logout(request)
        request.session_ended = True  # type: ignore[attr-defined]
    elif now - seen > SESSION_NOTED_EVERY.total_seconds():
        request.session[SEEN_KEY] = now
