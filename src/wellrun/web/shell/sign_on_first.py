"""Who signed in another way, where the organisation wants its own service, is led to that service first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wellrun.access.sign_on_rule import SIGN_ON_FIRST
from wellrun.web.shell.middleware import GetResponse
from wellrun.web.shell.render import see_other
from wellrun.web.shell.second_step import OPEN_BEFORE


def sign_on_first(get_response: GetResponse) -> GetResponse:
    """Asks the session alone: what was found when the person signed in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OPEN_BEFORE) or not request.user.is_authenticated:
            return get_response(request)
        if request.session.get(SIGN_ON_FIRST):
            return _lead_there(request)
        return get_response(request)

    return middleware


def _lead_there(request: HttpRequest) -> HttpResponse:
    address = reverse("account:sign-on")
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=204)
        response["HX-Redirect"] = address
        return response
    return see_other(address)
