"""Who asks, and for what: the same 404 for what is not there and what is not theirs to see."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from wellrun.access.requests import actor_of
from wellrun.core.actor import Actor
from wellrun.organisations.permissions import may_administer
from wellrun.organisations.queries import Organisation, Unit, organisation_at, root_of, unit_at


def organisation_or_404(request: HttpRequest, slug: str) -> tuple[Actor, Organisation]:
    actor = actor_of(request)
    organisation = organisation_at(actor, slug)
    if organisation is None:
        raise Http404
    return actor, organisation


def unit_or_404(request: HttpRequest, slug: str, unit: str) -> tuple[Actor, Unit]:
    actor = actor_of(request)
    found = unit_at(actor, slug, unit)
    if found is None:
        raise Http404
    return actor, found


def administered_unit_or_404(request: HttpRequest, slug: str, unit: str) -> tuple[Actor, Unit]:
    """A unit whose administrator the person is; for anybody else there is no such page."""
    actor, found = unit_or_404(request, slug, unit)
    if not may_administer(actor, found):
        raise Http404
    return actor, found


def administered_or_404(request: HttpRequest, slug: str) -> tuple[Actor, Organisation]:
    """An organisation whose administrator the person is, as a whole."""
    actor, organisation = organisation_or_404(request, slug)
    if not may_administer(actor, root_of(organisation.pk)):
        raise Http404
    return actor, organisation
