"""Writes to people."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wellrun.accounts.models import Person
from wellrun.core import audit
from wellrun.core.actor import Actor


@transaction.atomic
def add_person(
    *, actor: Actor, email: str, name: str, about: str = "", is_demo: bool = False, now: datetime
) -> Person:
    """Add somebody who cannot sign in yet: their password is unusable until they choose one."""
    person = Person(
        email=Person.objects.normalize_email(email.strip()),
        name=name.strip(),
        about=about.strip(),
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
