"""Error pages in the product's own words: what happened, what was not lost, what to do. No codes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils.translation import gettext as _

from wellrun.web.shell.layout import shell_of
from wellrun.web.shell.typed import unsaved_texts
from wellrun.web.shell.visitor import unknown_visitor

PACKAGES = "/projects/bring/"
"""Where whole projects come in; what else is too large is a table of numbers."""
TOO_LARGE = 413
"""Of a request that is too large nothing is read, and so nothing is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """The words of one error page."""

    status: int
    title: str
    lines: tuple[str, ...]
    signs_in: bool = False
    """Whether the way on is to sign in."""


def error_page(request: HttpRequest, page: ErrorPage) -> HttpResponse:
    """Drawn without asking the database, so that it also works when the database does not."""
    html = loader.render_to_string(
        "errors/page.html",
        {
            "page": page,
            "shell": shell_of(request, visitor=unknown_visitor(request)),
            "unsaved": unsaved_texts(request) if page.status != TOO_LARGE else (),
        },
        request,
    )
    response = HttpResponse(html, status=page.status)
    response["Cache-Control"] = "private, no-store"
    if request.headers.get("HX-Request"):  # the whole page, not the part that was asked for
        response["HX-Retarget"] = "body"
        response["HX-Reswap"] = "innerHTML"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's call
    lines = (
        _("Nothing was saved."),
        _("Go back, load the page again, and try once more."),
    )
    return error_page(request, ErrorPage(status=400, title=_("We could not read that request"), lines=lines))


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    reason = str(exception or "") or _("Ask the person who keeps this page to share it with you.")
    return error_page(request, ErrorPage(status=403, title=_("You cannot do this here"), lines=(reason,)))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    lines = (
        _("The address may have a typing mistake, or the page was moved."),
        _("It may also be a page that its team has not shared with you."),
    )
    return error_page(request, ErrorPage(status=404, title=_("We cannot find that page"), lines=lines))


def wrong_method(request: HttpRequest, *, allowed: Sequence[str]) -> HttpResponse:
    lines = (_("Open the page it belongs to, and use the button there."),)
    page = ErrorPage(status=405, title=_("This address only takes what a form sends"), lines=lines)
    response = error_page(request, page)
    response["Allow"] = ", ".join(allowed)
    return response


def too_large(request: HttpRequest) -> HttpResponse:
    lines = (
        _("Files may be up to 5 MB. Nothing was saved."),
        _("Ask whoever runs Wellrun here: the command “wellrun project import” takes larger ones.")
        if request.path.startswith(PACKAGES)
        else _(
            "Keep only the columns the chart needs: a date, a number and perhaps a group. Then try again."
        ),
    )
    return error_page(request, ErrorPage(status=TOO_LARGE, title=_("That file is too large"), lines=lines))


def too_often(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    lines = (
        _("This is to keep accounts safe. Nothing was changed."),
        _("Wait a few minutes, then try again."),
    )
    return error_page(request, ErrorPage(status=429, title=_("That was tried too often"), lines=lines))


def server_error(request: HttpRequest) -> HttpResponse:
    lines = (
        _("It is our mistake, not yours. What you saved before is safe."),
        _("Your last change may not be saved. Go back, copy what you typed, and try again in a minute."),
    )
    return error_page(request, ErrorPage(status=500, title=_("Something went wrong here"), lines=lines))


def signed_out(request: HttpRequest) -> HttpResponse:
    """The session ended while somebody was typing: what they typed goes with the answer, not with it."""
    lines = (
        _("You were not here for a while, so you were signed out. Nothing was saved yet."),
        _("Sign in again in a new tab, open the page there, and put in what you typed."),
    )
    page = ErrorPage(status=403, title=_("You were signed out"), lines=lines, signs_in=True)
    return error_page(request, page)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    lines = (
        _("You signed in again elsewhere, or your browser blocks cookies. Nothing was saved."),
        _("Load the page again, put in what you typed, and send it once more."),
    )
    return error_page(
        request, ErrorPage(status=403, title=_("We could not be sure this came from you"), lines=lines)
    )
