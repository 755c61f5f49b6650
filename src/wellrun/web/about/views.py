"""Accessibility, health, robots and the small picture in the browser's tab."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static

from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page
from wellrun.web.shell.sign_in import open_to_all


@open_to_all
@only("GET")
def accessibility(request: HttpRequest) -> HttpResponse:
    return render_page(request, "about/accessibility.html", {})


@open_to_all
@only("GET")
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - every view takes the request
    """For machines that watch: 200 while pages and database answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database does not answer\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


@open_to_all
@only("GET")
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Nothing here is for search engines until a page is made public on purpose."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")


@open_to_all
@only("GET")
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Old browsers ask here; the picture is a static file."""
    return HttpResponse(status=302, headers={"Location": static("wellrun/favicon.svg")})
