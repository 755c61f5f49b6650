"""Questions about invitations."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db.models import Q, QuerySet

from wellrun.core import second_lock
from wellrun.core.actor import Actor
from wellrun.organisations.models import Invitation, Unit
from wellrun.organisations.values import UNIT, Role


def digest_of(token: str) -> str:
    """What is kept of the words in a link. They are random and long, so a plain digest is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_invitation(token: str, *, now: datetime) -> Invitation | None:
    """The invitation that a link leads to, while it can be used. Whoever has the link may read it."""
    digest = digest_of(token)
    with second_lock.presenting(digest):
        found = _unanswered(now).filter(digest=digest).first()
    if found is None:
        return None
    with second_lock.as_system():  # the place that it names is not yet theirs to see
        found.unit = Unit.objects.select_related("organisation").get(pk=found.unit_id)
    return None if found.unit.is_closed else found


def _unanswered(now: datetime) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(used_at=None, withdrawn_at=None, declined_at=None)
    return rows.filter(expires_at__gt=now)


def invitations_to(email: str, *, now: datetime) -> list[Invitation]:
    """What an address is invited to and has not answered. The units are not yet theirs to see."""
    with second_lock.as_system():
        rows = _unanswered(now).filter(email=email, unit__is_closed=False)
        rows = rows.select_related("unit__organisation").order_by("-made_at", "-pk")
        return list(rows) if email else []


def invitations_of(actor: Actor, *, organisation_id: int) -> QuerySet[Invitation]:
    """Invitations to units that the actor administers, in one organisation; used ones as well."""
    units = units_to_administer(actor, organisation_id=organisation_id)
    return Invitation.objects.filter(unit__in=units).select_related("unit")


def units_to_administer(actor: Actor, *, organisation_id: int) -> QuerySet[Unit]:
    """Open units of an organisation that `permissions.may_administer` lets the actor change."""
    return _administered(actor).filter(organisation_id=organisation_id)


def _administered(actor: Actor) -> QuerySet[Unit]:
    below = Q(pk__in=[])
    for unit_id in actor.places(UNIT, {Role.ADMINISTRATOR}):
        below |= Q(path__contains=f"/{unit_id}/")
    return Unit.objects.filter(below, is_closed=False)


def invitation_for(actor: Actor, invitation_id: int) -> Invitation | None:
    """One invitation; ``None`` where it does not exist for this person. Both take one question."""
    rows = Invitation.objects.filter(pk=invitation_id, unit__in=_administered(actor))
    return rows.select_related("unit").first()
