"""Questions about organisations."""

from __future__ import annotations

from django.db.models import QuerySet

from wellrun.core.actor import Actor
from wellrun.organisations.models import Organisation


def visible_to(actor: Actor) -> QuerySet[Organisation]:
    """The organisations a person belongs to."""
    return Organisation.objects.filter(pk__in=actor.organisation_ids)


def get_for(actor: Actor, organisation_id: int) -> Organisation | None:
    return visible_to(actor).filter(pk=organisation_id).first()


def organisation_at(actor: Actor, slug: str) -> Organisation | None:
    """The same by its address."""
    return visible_to(actor).filter(slug=slug).first()


def organisation_with(slug: str) -> Organisation | None:
    return Organisation.objects.filter(slug=slug).first()


def all_ids() -> frozenset[int]:
    """Every organisation there is."""
    return frozenset(Organisation.objects.order_by().values_list("pk", flat=True))


def all_slugs() -> list[str]:
    """Short names of every organisation, for whoever runs the installation."""
    return list(Organisation.objects.order_by("slug").values_list("slug", flat=True))
