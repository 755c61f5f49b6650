"""Every page is for people who have signed in, but for the few that say otherwise."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from wellrun.web.shell.errors import signed_out
from wellrun.web.shell.methods import View
from wellrun.web.shell.render import see_other
from wellrun.web.shell.typed import unsaved_texts

__all__ = ["RequireSignIn", "SignInFirst", "open_to_all"]

open_to_all = login_not_required
"""Marks a view that needs no account: it must decide by itself what a stranger may see."""


class SignInFirst(Exception):  # noqa: N818 - it reads as a sentence where it is raised
    """A stranger asked for something that is not public, whether it is there or not."""


class RequireSignIn(LoginRequiredMiddleware):
    """Leads a stranger to the sign-in page, and from there back to where they were going."""

    def handle_no_permission(self, request: HttpRequest, view_func: View[...]) -> HttpResponse:  # type: ignore[override]  # noqa: ARG002
        if getattr(request, "session_ended", False) and unsaved_texts(request):
            return signed_out(request)
        return to_sign_in(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return to_sign_in(request) if isinstance(exception, SignInFirst) else None


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """HTMX would put the sign-in page inside this one, so it is told to go there as a whole."""
    back = request.get_full_path() if request.method in {"GET", "HEAD"} else ""
    address = reverse("account_login") + (f"?{urlencode({'next': back})}" if back not in {"", "/"} else "")
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=204)
        response["HX-Redirect"] = address
        return response
    return see_other(address)
