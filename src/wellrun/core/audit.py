"""Writing and reading audit records: each is written in the same transaction as the change it tells of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from wellrun.core import chain
from wellrun.core.actor import Actor
from wellrun.core.models import AuditHead, AuditRecord, AuditWords

State = Mapping[str, Any]
"""How a part was, in values that JSON can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What was changed: a row of a domain (``kind`` and ``id``), the part of it, and whose it is."""

    kind: str
    id: int
    organisation_id: int | None = None
    part: str = ""
    version: int = 0


def record(
    *,
    actor: Actor,
    action: str,
    thing: Thing,
    now: datetime,
    before: State | None = None,
    after: State | None = None,
    reason: str = "",
    undoes: int | None = None,
) -> AuditRecord:
    """Write one record. Refuses outside a transaction: a change and its record stand or fall together."""
    if not connection.in_atomic_block:
        raise RuntimeError("An audit record is written in the same transaction as its change.")
    words = AuditWords(
        salt=chain.new_salt(),
        actor_name=actor.name,
        on_behalf_of=actor.on_behalf_of,
        before=_as_json(before),
        after=_as_json(after),
        reason=reason,
    )
    row = AuditRecord(
        at=now,
        actor_id=actor.person_id,
        organisation_id=thing.organisation_id,
        action=action,
        thing=thing.kind,
        thing_id=thing.id,
        part=thing.part,
        version=thing.version,
        undoes=undoes,
        words_digest=chain.words_digest(words.salt, words_of(words)),
    )
    return _linked(row, words)


def take_turn() -> AuditHead:
    """Hold the end of the chain until the transaction ends.

    A record does this by itself. A service that writes several records and locks rows in between calls it
    first: two that wait for each other's rows and for the chain would stop both.
    """
    head = AuditHead.objects.select_for_update().filter(pk=1).first()
    return head or AuditHead.objects.create(pk=1, number=0, hash=chain.GENESIS)


def words_of(words: AuditWords) -> dict[str, Any]:
    return {name: getattr(words, name) for name in (*chain.TEXTS, *chain.STATES)}


def chained_fields(row: AuditRecord) -> dict[str, Any]:
    """What the chain holds of a record, but for the moment and the hash before it."""
    return {name: getattr(row, name) for name in CHAINED}


CHAINED = (
    "id", "actor_id", "organisation_id", "action", "thing", "thing_id", "part", "version", "undoes",
    "words_digest",
)  # fmt: skip


def _linked(row: AuditRecord, words: AuditWords) -> AuditRecord:
    """Save the record as the next of the chain."""
    head = take_turn()
    row.pk, row.previous = head.number + 1, head.hash
    row.hash = chain.record_hash(chained_fields(row), row.at, row.previous)
    row.save(force_insert=True)  # it has its number already: Django would look for it first
    words.record = row
    words.save(force_insert=True)
    head.number, head.hash = row.pk, row.hash
    head.save(update_fields=["number", "hash"])
    return row


def _as_json(state: State | None) -> dict[str, Any] | None:
    """As the database will give it back: what is hashed now must be what is read later."""
    if state is None:
        return None
    plain: dict[str, Any] = json.loads(json.dumps(state))
    return plain


def records_of(kind: str, thing_id: int) -> QuerySet[AuditRecord]:
    """Everything that happened to a thing, the latest first."""
    return AuditRecord.objects.filter(thing=kind, thing_id=thing_id).order_by("-id")


def latest_of_part(kind: str, thing_id: int, part: str) -> AuditRecord | None:
    return records_of(kind, thing_id).filter(part=part).first()


def record_with(record_id: int, *, kind: str) -> AuditRecord | None:
    return AuditRecord.objects.filter(pk=record_id, thing=kind).first()


def records_in(
    organisation_id: int,
    *,
    seen: Mapping[str, QuerySet[Any] | None],
    actor_name: str = "",
    kind: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    before: int | None = None,
) -> QuerySet[AuditRecord]:
    """What happened in one organisation, the latest first.

    ``seen`` names the kinds of things whose records may be shown: all of a kind (``None``), or those whose id
    a query gives, so that what a team keeps to itself is not told by the history. ``since`` is included and
    ``until`` is not; ``before`` is the id behind which a page begins.
    """
    told = {
        "words__actor_name__icontains": actor_name.replace("\0", ""),
        "thing": kind,
        "at__gte": since,
        "at__lt": until,
        "id__lt": before,
    }
    wanted = {name: value for name, value in told.items() if value not in {None, ""}}
    shown = Q(thing__in=[each for each, ids in seen.items() if ids is None])
    for each, ids in seen.items():
        if ids is not None:
            shown |= Q(thing=each, thing_id__in=ids)
    return AuditRecord.objects.filter(shown, organisation_id=organisation_id, **wanted).order_by("-id")
