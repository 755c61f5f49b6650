"""Whose organisation wants single sign-on, and whether a session came in by it.

The answer is found once, when somebody signs in, and kept in the session: pages do not ask again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.account.internal.flows.login import get_authentication_records
from allauth.socialaccount.models import SocialAccount
from django.db.models import Count, Max
from django.http import HttpRequest

from wellrun.access.actors import actor_for
from wellrun.accounts.models import Person
from wellrun.core import second_lock
from wellrun.core.actor import Actor
from wellrun.organisations.models import Membership, Organisation
from wellrun.organisations.queries import all_providers, providers_for, requiring_sign_on

SIGN_ON_FIRST = "sign_on_first"
"""In the session: nothing opens before the person came in through the service of their organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """A service through which a person has to come in."""

    provider: str
    name: str
    organisation: str
    is_connected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a service stands in one organisation."""

    name: str
    issuer: str
    is_own: bool
    people: int
    last_used: datetime | None


def note_way_in(request: HttpRequest, person: Person, *providers: str) -> None:
    """Remember in the session whether the person still has to use their organisation's service.

    ``providers`` are the services that they came in with.
    """
    with second_lock.as_system():  # nobody has signed in yet, as far as the database knows
        wanted = requiring_sign_on(actor_for(person))
    fits = {each.id for organisation in wanted for each in providers_for(organisation)}
    if wanted and not fits.intersection(providers):
        request.session[SIGN_ON_FIRST] = True
    else:
        request.session.pop(SIGN_ON_FIRST, None)


def note_joined(request: HttpRequest, person: Person) -> None:
    """After joining another organisation within a session: it may want its own service used first."""
    came = get_authentication_records(request, person)
    note_way_in(request, person, *(str(each.get("provider", "")) for each in came))


def ways_in(actor: Actor) -> list[WayIn]:
    """The services of the organisations that want it; empty where none does any more."""
    held = set(SocialAccount.objects.filter(user_id=actor.id).values_list("provider", flat=True))
    return [
        WayIn(provider=each.id, name=each.name, organisation=organisation.name, is_connected=each.id in held)
        for organisation in requiring_sign_on(actor)
        for each in providers_for(organisation)
    ]


def is_still_wanted(actor: Actor) -> bool:
    return bool(requiring_sign_on(actor))


def standings_in(organisation: Organisation) -> list[Standing]:
    """Every service of the installation that speaks for the organisation, and how much it is used there."""
    people = Membership.objects.filter(ended_at=None, unit__organisation=organisation).values("person_id")
    used = SocialAccount.objects.filter(user_id__in=people).order_by().values("provider")
    counts = {
        row["provider"]: row
        for row in used.annotate(people=Count("user", distinct=True), last=Max("last_login"))
    }
    own = {each.id for each in providers_for(organisation)}
    return [
        Standing(
            name=each.name,
            issuer=each.issuer,
            is_own=bool(each.organisation),
            people=counts.get(each.id, {}).get("people", 0),
            last_used=counts.get(each.id, {}).get("last"),
        )
        for each in all_providers()
        if each.id in own
    ]
