"""The saved views of the portfolio that a person sees: their own, and those shared in their organisations."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from wellrun.core.actor import Actor
from wellrun.projects.models import SavedView


def views_for(actor: Actor) -> QuerySet[SavedView]:
    """Their own first, then what others share. The same rule as `permissions.may_view_saved`."""
    if not actor.is_signed_in:
        return SavedView.objects.none()
    shared = Q(is_shared=True, organisation_id__in=actor.organisation_ids)
    return SavedView.objects.filter(Q(owner_id=actor.person_id) | shared).select_related("owner")


def view_for(actor: Actor, view_id: int) -> SavedView | None:
    return views_for(actor).filter(pk=view_id).first()
