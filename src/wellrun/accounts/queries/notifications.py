"""Questions about what a person is told. Each sees their own, and nobody sees another's."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef

from wellrun.accounts.models import Notification, Person
from wellrun.accounts.values import Digest
from wellrun.core.actor import Actor

MOST_COUNTED = 100
"""Beyond this nobody counts: the bell says "99+"."""


def notifications_of(actor: Actor, *, most: int = 100) -> list[Notification]:
    """Unread first, then by time, the latest first."""
    if actor.person_id is None:
        return []
    own = Notification.objects.filter(person_id=actor.person_id)
    unread = list(own.filter(read_at=None).order_by("-at", "-pk")[:most])
    read = own.filter(read_at__isnull=False).order_by("-at", "-pk")[: most - len(unread)]
    return [*unread, *read]


def unread_count(actor: Actor) -> int:
    """How many are unread, counted up to `MOST_COUNTED`."""
    if actor.person_id is None:
        return 0
    return Notification.objects.filter(person_id=actor.person_id, read_at=None)[:MOST_COUNTED].count()


def asking(actor: Actor, *, most: int = 5, besides: Collection[str] = ()) -> list[Notification]:
    """Unread ones that ask something of the person, the oldest first: it has waited longest.

    ``besides`` leaves kinds out: what their own pages know better, and know when it is done.
    """
    if actor.person_id is None:
        return []
    own = Notification.objects.filter(person_id=actor.person_id, read_at=None, asks=True).exclude(
        kind__in=besides
    )
    return list(own.order_by("at", "pk")[:most])


def due_for_digest(*, with_weekly: bool) -> list[int]:
    """Who gets a letter: they can sign in, are not invented, want one, and have news that was not sent."""
    unsent = Notification.objects.filter(person_id=OuterRef("pk"), read_at=None, sent_at=None)
    wanted = [Digest.DAILY, *([Digest.WEEKLY] if with_weekly else [])]
    people = Person.objects.filter(Exists(unsent), is_active=True, is_demo=False, digest__in=wanted)
    return list(people.order_by("pk").values_list("pk", flat=True))
