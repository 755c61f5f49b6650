"""The audit records of a whole organisation, as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from wellrun.core import audit
from wellrun.core.models import AuditRecord
from wellrun.organisations.queries.changes import changes_from
from wellrun.organisations.values.sentences import THINGS

PAGE = 50
Seen = Mapping[str, QuerySet[Any] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFilter:
    """Which records are wanted; empty parts want all."""

    who: str = ""
    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One record: who, when, what. ``sentence`` is empty where another domain has the words."""

    id: int
    at: datetime
    by: str
    on_behalf_of: str
    action: str
    thing: str
    thing_id: int
    part: str
    before: audit.State | None
    after: audit.State | None
    reason: str
    is_undo: bool
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    lines: tuple[AuditLine, ...]
    next: int | None
    """The id behind which the next page begins; ``None`` on the last."""


def audit_page(organisation_id: int, wanted: AuditFilter, *, seen: Seen) -> AuditPage:
    """One page of what happened in an organisation, the latest first. ``seen``: see `audit.records_in`."""
    found = list(
        audit.records_in(
            organisation_id,
            seen=seen,
            actor_name=wanted.who,
            kind=wanted.kind,
            since=wanted.since,
            until=wanted.until,
            before=wanted.before,
        )[: PAGE + 1]
    )
    shown = found[:PAGE]
    return AuditPage(lines=lines_of(shown), next=shown[-1].pk if len(found) > PAGE else None)


def lines_of(records: Sequence[AuditRecord]) -> tuple[AuditLine, ...]:
    own = [record for record in records if record.thing in THINGS]
    sentences = {change.id: change.sentence for change in changes_from(own)}
    return tuple(_line(record, sentences.get(record.pk, "")) for record in records)


def _line(record: AuditRecord, sentence: str) -> AuditLine:
    return AuditLine(
        id=record.pk,
        at=record.at,
        by=record.actor_name,
        on_behalf_of=record.on_behalf_of,
        action=record.action,
        thing=record.thing,
        thing_id=record.thing_id,
        part=record.part,
        before=record.before,
        after=record.after,
        reason=record.reason,
        is_undo=record.undoes is not None,
        sentence=sentence,
    )
