"""Ending somebody's sign-in or roles, as an administrator; and passing on what was theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wellrun.accounts.models import Person
from wellrun.accounts.services import deactivate_person, reactivate_person
from wellrun.core import audit, holdings
from wellrun.core.actor import SYSTEM, Actor
from wellrun.core.decision import Refused, all_of
from wellrun.core.identifiers import require_none_in
from wellrun.organisations.models import Membership, Organisation, Unit
from wellrun.organisations.permissions import may_administer, may_let_in
from wellrun.organisations.queries.leaving import organisations_of, roots_of, who_lets_in
from wellrun.organisations.services.memberships import end_membership
from wellrun.organisations.values import Role


@transaction.atomic
def end_sign_in(
    *, actor: Actor, person: Person, reason: str = "", leaves_work: bool = False, now: datetime
) -> None:
    """End it everywhere. One organisation alone cannot lock out a person of another: it ends their role.

    What they look after is passed on before; or ``leaves_work`` says that it is known to rest for now.
    """
    require_none_in(reason=reason)
    audit.take_turn()
    roots = _roots(actor, person)
    for root in roots:
        _keep_an_administrator(root, person)
    if not leaves_work:
        _require_free_hands(actor, person, roots)
    deactivate_person(actor=_as_installation(actor), person=person, reason=reason, now=now)


@transaction.atomic
def allow_sign_in(*, actor: Actor, person: Person, reason: str = "", now: datetime) -> None:
    """Let somebody sign in again, with the roles they still hold.

    Where they hold none any more, administrators of the organisation that had them last decide.
    """
    require_none_in(reason=reason)
    audit.take_turn()
    decides = who_lets_in(person.pk)
    may_let_in(actor, roots_of(decides), count=len(decides)).require()
    reactivate_person(actor=_as_installation(actor), person=person, reason=reason, now=now)


@transaction.atomic
def end_all_roles(
    *,
    actor: Actor,
    person: Person,
    organisation: Organisation,
    reason: str = "",
    leaves_work: bool = False,
    now: datetime,
) -> int:
    """Somebody leaves one organisation, and stays in others. Returns how many roles ended."""
    require_none_in(reason=reason)
    audit.take_turn()
    root = Unit.objects.select_for_update().get(organisation=organisation, parent=None)
    may_administer(actor, root).require()
    if not leaves_work:
        _require_free_hands(actor, person, [root])
    held = Membership.objects.filter(person=person, unit__organisation=organisation, ended_at=None)
    rows = list(held.select_related("unit").order_by("pk"))
    for row in rows:
        end_membership(actor=actor, membership=row, reason=reason, now=now)
    return len(rows)


@transaction.atomic
def pass_on(*, actor: Actor, organisation: Organisation, choices: Mapping[str, int], now: datetime) -> int:
    """Give what was chosen to those who were chosen. ``choices`` names holdings by their keys.

    All or nothing: where one cannot pass on, none does. Returns how many did.
    """
    may_administer(actor, Unit.objects.get(organisation=organisation, parent=None)).require()
    audit.take_turn()
    kinds = holdings.kinds()
    for key, to in choices.items():
        name, _dash, number = key.rpartition("-")
        kinds[name].pass_on(actor=actor, holding_id=int(number), to=to, now=now)
    return len(choices)


def _roots(actor: Actor, person: Person) -> list[Unit]:
    """The organisations of the person, all of which the actor administers. Raises `Refused`."""
    held = organisations_of(person.pk)
    roots = list(
        Unit.objects.select_for_update().filter(organisation_id__in=held, parent=None).order_by("pk")
    )
    if not roots and not actor.is_system:
        raise Refused(_("This person belongs to no organisation that you look after."))
    all_of(*[may_administer(actor, root) for root in roots]).require()
    if len(roots) < len(held):
        raise Refused(
            _("This person works in another organisation too. End their roles here instead; they stay there.")
        )
    return roots


def _as_installation(actor: Actor) -> Actor:
    return replace(SYSTEM, person_id=actor.person_id, name=actor.name)


def _require_free_hands(actor: Actor, person: Person, roots: list[Unit]) -> None:
    count = sum(len(holdings.held_by(actor, root.organisation_id, [person.pk])) for root in roots)
    if count:
        raise Refused(
            ngettext(
                "They look after %(count)d thing. Pass it on, or say that you know it rests with nobody.",
                "They look after %(count)d things. Pass them on, or say that you know they rest with nobody.",
                count,
            )
            % {"count": count},
            field="leaves_work",
        )


def _keep_an_administrator(root: Unit, person: Person) -> None:
    """Refuse where nobody else who can sign in would look after the organisation."""
    held = Membership.objects.filter(
        unit=root, role=Role.ADMINISTRATOR, ended_at=None, person__is_active=True
    )
    if held.filter(person=person).exists() and not held.exclude(person=person).exists():
        raise Refused(
            _("%(organisation)s would have no administrator. Make somebody else one first.")
            % {"organisation": root.name}
        )
