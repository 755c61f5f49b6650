"""An administrator sets up a second step before anything else."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wellrun.access import actor_of
from wellrun.access.second_step import has_second_step, must_have_second_step
from wellrun.web.shell.render import see_other

OPEN_BEFORE = (
    "/account/",
    "/sign-in/",
    "/preferences/",
    "/accessibility/",
    "/healthz",
    "/robots.txt",
    "/favicon.ico",
)
"""Where the second step is set up, and what harms nobody."""


class SecondStepFirst:
    """Decides in `process_view`, where the person is known and the view has not begun."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        if not getattr(request, "user", None) or request.path.startswith(OPEN_BEFORE):
            return None
        actor = actor_of(request)
        if not must_have_second_step(actor) or has_second_step(actor.id):
            return None
        return _lead_there(request)


def _lead_there(request: HttpRequest) -> HttpResponse:
    address = f"{reverse('account:overview')}?first=1"
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=204)
        response["HX-Redirect"] = address
        return response
    return see_other(address)
