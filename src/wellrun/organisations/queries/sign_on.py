"""Single sign-on of an organisation: which services are set up for it, and who has to use one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.organisations.models import Membership, Organisation, Unit
from wellrun.organisations.values import UNIT, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A service that is configured; ``organisation`` is the short name of the only one it speaks for."""

    id: str
    name: str
    issuer: str
    organisation: str


def all_providers() -> list[Provider]:
    """What the installation's settings name."""
    apps: list[dict[str, Any]] = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return [
        Provider(
            id=each["provider_id"],
            name=each["name"],
            issuer=each["settings"]["issuer"],
            organisation=each["settings"]["organisation"],
        )
        for each in apps
    ]


def providers_for(organisation: Organisation) -> list[Provider]:
    """Those that speak for the organisation: its own, and those that speak for all."""
    return [each for each in all_providers() if each.organisation in {"", organisation.slug}]


def requiring_sign_on(actor: Actor) -> list[Organisation]:
    """Organisations of the person whose people have to use their own service.

    Administrators of an organisation as a whole are let in the other way too, with their second step: so
    somebody can always take the rule back when the service fails.
    """
    if actor.is_demo or not actor.organisation_ids:
        return []
    rows = Organisation.objects.filter(pk__in=actor.organisation_ids, requires_sign_on=True)
    found = list(rows.order_by("pk"))
    if not found:
        return []
    places = actor.places(UNIT, {Role.ADMINISTRATOR})
    free = set(Unit.objects.filter(pk__in=places, parent=None).values_list("organisation_id", flat=True))
    return [each for each in found if each.pk not in free]


def members_but_administrators(organisation_id: int) -> Any:
    """Numbers of the people who have to use it, as a question for other questions."""
    held = Membership.objects.filter(ended_at=None, unit__organisation_id=organisation_id)
    free = held.filter(unit__parent=None, role=Role.ADMINISTRATOR)
    return held.exclude(person_id__in=free.values("person_id")).order_by().values("person_id")


def administrators_with_a_password(organisation_id: int) -> int:
    """How many look after the whole organisation and can sign in without the service."""
    rows = Person.objects.filter(
        is_active=True, memberships__unit__organisation_id=organisation_id, memberships__unit__parent=None,
        memberships__role=Role.ADMINISTRATOR, memberships__ended_at=None,
    )  # fmt: skip
    return sum(person.has_usable_password() for person in rows.distinct())
