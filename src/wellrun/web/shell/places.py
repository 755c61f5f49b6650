"""The organisations of the person asking, and the one they look at: asked once for each request."""

from __future__ import annotations

from django.http import HttpRequest

from wellrun.access.requests import actor_of
from wellrun.organisations.queries import Organisation, visible_to


def organisations_of(request: HttpRequest) -> list[Organisation]:
    """One question, for those who belong to an organisation."""
    found = getattr(request, "_wellrun_organisations", None)
    if not isinstance(found, list):
        actor = actor_of(request)
        found = list(visible_to(actor)) if actor.organisation_ids else []
        request._wellrun_organisations = found  # type: ignore[attr-defined]  # noqa: SLF001 - our own mark
    return found


def organisation_of(request: HttpRequest) -> Organisation | None:
    """The one they look at; ``None`` for strangers and guests."""
    here = actor_of(request).organisation_id
    return next((each for each in organisations_of(request) if each.pk == here), None)
