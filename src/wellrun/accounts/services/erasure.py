"""Forgetting a person for good."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import CASCADE

from wellrun.accounts.models import Letter, Person, Session
from wellrun.accounts.values import ERASED_ADDRESS, Digest
from wellrun.core import audit, chain, erasure
from wellrun.core.actor import Actor
from wellrun.core.identifiers import require_none_in


@transaction.atomic
def erase_person(*, actor: Actor, person: Person, reason: str = "", now: datetime) -> int:
    """Forget somebody for good: name, address, what they said of themselves, each mention elsewhere.

    Their row stays with its number alone, so that what they did keeps its place; they cannot sign in again.
    Returns how many words of the audit were erased. Who may ask for this is for the caller to decide: see
    `organisations.services.erase_member`.
    """
    require_none_in(reason=reason)
    audit.take_turn()
    person = Person.objects.select_for_update().get(pk=person.pk)
    gone = erasure.Forgotten(person_id=person.pk, names=tuple({person.name, person.email} - {""}))
    _forget_what_hangs_on(person)
    person.email, person.name = f"erased-{person.pk}{ERASED_ADDRESS}", chain.ERASED
    person.about = person.offered_as = person.language = person.theme = ""
    person.plain_words, person.digest, person.last_login = True, Digest.NEVER, None
    person.is_active = False
    person.set_unusable_password()
    person.save()
    return erasure.forget(actor=actor, person=gone, reason=reason, now=now)


def _forget_what_hangs_on(person: Person) -> None:
    """News, letters, devices, ways to sign in: every row that would go with the person's own.

    Rows that stay, as roles and seats do, say no longer what the person was there.
    """
    Session.objects.filter(person_id=person.pk).delete()
    Letter.objects.filter(to__iexact=person.email).delete()
    for link in Person._meta.related_objects:  # noqa: SLF001 - Django's own word
        if link.on_delete is CASCADE:
            link.related_model._default_manager.filter(**{link.field.name: person}).delete()  # noqa: SLF001
        elif any(field.name == "title" for field in link.related_model._meta.concrete_fields):  # noqa: SLF001
            link.related_model._default_manager.filter(**{link.field.name: person}).update(title="")  # noqa: SLF001
