"""A copy of everything of an organisation, for its administrators."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone

from wellrun.exchange.organisations.export import export_of
from wellrun.organisations import services
from wellrun.web.organisations.finding import administered_or_404
from wellrun.web.organisations.presenters.administration import administration_trail
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page


@only("GET", "POST")
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """What a copy holds. The button leaves a record, and sends the copy while it is made."""
    actor, organisation = administered_or_404(request, slug)
    if request.method != "POST":
        context = {"organisation": organisation, "trail": administration_trail(organisation)}
        return render_page(request, "organisations/export.html", context)
    now = timezone.now()
    services.note_export(actor=actor, organisation=organisation, now=now)
    response = StreamingHttpResponse(export_of(actor, organisation, now=now), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{organisation.slug}-{now:%Y-%m-%d}.zip"'
    response["Content-Encoding"] = "identity"  # it is compressed already
    return cast(HttpResponse, response)  # it has no body to hold, and is otherwise the same
