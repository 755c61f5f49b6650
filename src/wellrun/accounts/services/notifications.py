"""Writes to what people are told. The change they tell of has its audit record, so they leave none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import translation

from wellrun.accounts.models import Notification, Person
from wellrun.accounts.models.notification import LONGEST
from wellrun.core.actor import Actor
from wellrun.core.sentences import Sentence
from wellrun.core.vocabulary import as_written, speaking


@transaction.atomic
def notify(
    *,
    actor: Actor,
    people: Iterable[int],
    kind: str,
    text: str | Sentence,
    address: str = "",
    asks: bool = False,
    now: datetime,
) -> None:
    """Tell people what somebody did, in the transaction in which it was done; never the one who did it.

    ``kind`` names it as an audit record does; ``address`` is the page it leads to; ``asks`` is true where
    something is wanted from them: it then stands on their Today page. News of the same kind and address that
    is still unread takes the new text instead of being repeated. A `Sentence` is read by each in their own
    language; plain text, in the one it was written in.
    """
    wanted = set(people) - {actor.person_id}
    told = set(Person.objects.filter(pk__in=wanted, is_active=True).order_by().values_list("pk", flat=True))
    said = _said(text)
    unread = Notification.objects.filter(kind=kind, address=address, read_at=None, person_id__in=told)
    had = set(unread.order_by().values_list("person_id", flat=True))
    unread.exclude(text=said["text"]).update(**said, asks=asks, at=now, sent_at=None)
    rows = [
        Notification(person_id=person_id, kind=kind, **said, address=address, asks=asks, at=now)
        for person_id in sorted(told - had)
    ]
    # Two who tell the same at the same moment: the database lets one in, and that is enough.
    Notification.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def _said(text: str | Sentence) -> dict[str, Any]:
    """The columns that hold what is told."""
    with translation.override(settings.LANGUAGE_CODE), speaking(as_written):
        plain = str(text)
    kept = {"message": text.message, "arguments": text.kept()} if isinstance(text, Sentence) else {}
    told = plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
    return {"text": told, "message": "", "arguments": {}, **kept}


@transaction.atomic
def settle(*, kind: str, address: str, now: datetime) -> None:
    """What was asked has been done by somebody: nobody needs to read it any more."""
    Notification.objects.filter(kind=kind, address=address, read_at=None).update(read_at=now)


@transaction.atomic
def settle_own(*, actor: Actor, kind: str, page: str, now: datetime) -> None:
    """The person did what they were asked on this page, or in a place on it; others are still waited for."""
    asked = Notification.objects.filter(person_id=actor.id, kind=kind, read_at=None)
    asked.filter(Q(address=page) | Q(address__startswith=f"{page}#")).update(read_at=now)


@transaction.atomic
def mark_read(*, actor: Actor, notification_id: int, now: datetime) -> bool:
    """Mark one of the person's own as read. Returns whether there was such a one."""
    own = Notification.objects.filter(person_id=actor.id, pk=notification_id)
    own.filter(read_at=None).update(read_at=now)
    return own.exists()


@transaction.atomic
def mark_all_read(*, actor: Actor, until: datetime, now: datetime) -> None:
    """Mark as read what the person has been shown: news that came after ``until`` stays unread."""
    Notification.objects.filter(person_id=actor.id, read_at=None, at__lte=until).update(read_at=now)
