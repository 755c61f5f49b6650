"""Writes to people."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.accounts.models import Person
from wellrun.accounts.queries import has_demo_people, has_real_people
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused


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
    is_demo = is_demo or actor.is_demo
    _require_one_world(is_demo=is_demo)
    person = Person(
        email=Person.objects.normalize_email(email.strip()),
        name=name.strip(),
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
