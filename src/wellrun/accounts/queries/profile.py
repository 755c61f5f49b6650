"""Questions about what a person chose for themselves."""

from __future__ import annotations

from wellrun.accounts.models import Person
from wellrun.accounts.values import PROFILE, Profile
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.models import AuditRecord


def profile_of(person: Person) -> Profile:
    """What they chose, from the row at hand."""
    return Profile(
        name=person.name,
        about=person.about,
        language=person.language,
        theme=person.theme,
        plain_words=person.plain_words,
        digest=person.digest,
    )


def profile_change_for(actor: Actor, change_id: int) -> AuditRecord | None:
    """One change of the person's own profile, made by themselves."""
    record = audit.record_with(change_id, kind="person")
    if record is None or actor.person_id is None or record.part != PROFILE:
        return None
    return record if record.thing_id == record.actor_id == actor.person_id else None
