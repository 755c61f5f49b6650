"""How a page is sent: whole, or the one fragment that HTMX asked for; and how a form's change is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import loader
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

from wellrun.core.decision import Refused, StaleEdit
from wellrun.web.shell.done import done_on

T = TypeVar("T")
F = TypeVar("F", bound=BaseForm)


def wants_fragment(request: HttpRequest) -> bool:
    """Only a part of the page is wanted: by HTMX, neither boosted nor coming back through history."""
    htmx = cast(HtmxDetails, getattr(request, "htmx", False))
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def render_page(
    request: HttpRequest, template: str, context: dict[str, object], *, fragment: str = "", status: int = 200
) -> HttpResponse:
    """The page, or its named fragment where HTMX asked. One address, two shapes, so caches are told apart."""
    context = {"toast": done_on(request), **context}
    if fragment and wants_fragment(request):
        html = loader.render_to_string(f"{template}#{fragment}", context, request)
        html += loader.render_to_string("shell/_fragment.html", context, request)
    else:
        html = loader.render_to_string(template, context, request)
    response = HttpResponse(html, status=status)
    if fragment:
        patch_vary_headers(response, ["HX-Request"])
    return response


def applied(form: BaseForm, service: Callable[..., T], **arguments: Any) -> T | None:
    """Call the service, and turn its refusal into an error of the form, beside the field it is about.

    A stale edit goes on to the view, which shows both texts.
    """
    try:
        return service(**arguments)
    except StaleEdit:
        raise
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        return None


def over_the_latest(form: F, version: int) -> F:
    """The form as it was typed, over what somebody else saved meanwhile: saving it now keeps it."""
    form.data = {**form.data.dict(), "version": str(version)}  # type: ignore[attr-defined]
    return form


def see_other(address: str) -> HttpResponseRedirect:
    """After a post, look there: 303, so that a reload never posts again."""
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response
