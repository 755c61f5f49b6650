"""Writes to people."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.accounts.models import Person, Session
from wellrun.accounts.permissions import may_deactivate, may_reactivate
from wellrun.accounts.policies import AddressRefused, normal_email, normal_name
from wellrun.accounts.queries import has_demo_people, has_real_people
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.identifiers import require_none_in


class PersonRefused(Refused):
    """A person who could not be added."""


@transaction.atomic
def add_person(
    *,
    actor: Actor,
    email: str,
    name: str,
    about: str = "",
    offered_as: str = "",
    is_demo: bool = False,
    now: datetime,
) -> Person:
    """Add somebody who cannot sign in yet: their password is unusable until they choose one.

    Whom a person of the demo world adds is of the demo world too. Demo and real people are never together.
    """
    require_none_in(name=name, about=about)
    is_demo = is_demo or actor.is_demo
    _require_one_world(is_demo=is_demo)
    address = normal_email(email)
    audit.take_turn()  # of two who add the same address at the same moment, the second is told
    if Person.objects.filter(email__iexact=address).exists():
        raise AddressRefused(_("Somebody already has this email address."), field="email")
    person = Person(
        email=address,
        name=normal_name(name),
        about=about.strip(),
        offered_as=offered_as.strip() if is_demo else "",
        is_demo=is_demo,
        joined_at=now,
    )
    person.set_unusable_password()
    person.full_clean()
    person.save()
    audit.record(
        actor=actor,
        action="person.added",
        thing=audit.Thing(kind="person", id=person.pk),
        now=now,
        after={"name": person.name, "is_demo": is_demo},
    )
    return person


def _require_one_world(*, is_demo: bool) -> None:
    """Anybody may become the people of a demo, so nothing real can be kept beside them."""
    if is_demo and has_real_people():
        raise PersonRefused(_("This database holds real people, so nobody invented can be added."))
    if not is_demo and has_demo_people():
        raise PersonRefused(
            _(
                "This is a demo, and nobody real can join it."
                " Start Wellrun with a new data folder for your own people."
            )
        )


@transaction.atomic
def open_account(*, actor: Actor, email: str, name: str, password: str | None, now: datetime) -> Person:
    """Add somebody whose address is known to be theirs, so that they can sign in at once.

    Without a password they sign in with their organisation's own account.
    """
    person = add_person(actor=actor, email=email, name=name, now=now)
    if password is not None:
        person.set_password(password)
        person.save(update_fields=["password"])
    EmailAddress.objects.create(user_id=person.pk, email=person.email, verified=True, primary=True)
    return person


@transaction.atomic
def deactivate_person(*, actor: Actor, person: Person, reason: str = "", now: datetime) -> None:
    """End somebody's sign-in everywhere, with their next request. What they did stays."""
    Session.objects.filter(person_id=person.pk).delete()
    _set_active(actor, person, is_active=False, reason=reason, now=now)


@transaction.atomic
def reactivate_person(*, actor: Actor, person: Person, reason: str = "", now: datetime) -> None:
    """Let somebody sign in again."""
    _set_active(actor, person, is_active=True, reason=reason, now=now)


def _set_active(actor: Actor, person: Person, *, is_active: bool, reason: str, now: datetime) -> None:
    require_none_in(reason=reason)
    row = Person.objects.select_for_update().get(pk=person.pk)
    (may_reactivate if is_active else may_deactivate)(actor, row).require()
    if row.is_active == is_active:
        return
    row.is_active = is_active
    row.save(update_fields=["is_active"])
    audit.record(
        actor=actor,
        action="person.reactivated" if is_active else "person.deactivated",
        thing=audit.Thing(kind="person", id=row.pk),
        now=now,
        before={"is_active": not is_active},
        after={"is_active": is_active},
        reason=reason.strip(),
    )
